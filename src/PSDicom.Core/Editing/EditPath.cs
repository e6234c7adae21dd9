using System.Globalization;
using System.Text.RegularExpressions;
using PSDicom.Query;

namespace PSDicom.Editing;

/// <summary>A tag path, and after it perhaps the number of one value or item.</summary>
internal sealed class EditPath
{
    private static readonly Regex Index = new(@"^(?<path>.*)\[\s*(?<number>-?[0-9]{1,9})\s*\]\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private EditPath(TagPath path, int? number)
    {
        Path = path;
        Number = number;
    }

    /// <summary>The path.</summary>
    public TagPath Path { get; }

    /// <summary>The number of a value or item, from 0, or from -1 backwards from the last; null for the whole element.</summary>
    public int? Number { get; }

    /// <summary>The only tag that its last step names; null if there are several.</summary>
    public DicomTag? FixedTag => Path.Target.Creator is null ? Path.Target.Tags.Single : null;

    /// <summary>The path in its normalized spelling.</summary>
    public string Text => Number is { } number ? string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", Path.Text, number) : Path.Text;

    /// <summary>Reads a path.</summary>
    /// <exception cref="DicomException">It is malformed.</exception>
    public static EditPath Parse(string text)
    {
        Match index = Index.Match(text);
        return index.Success
            ? new EditPath(TagPathParser.Parse(index.Groups["path"].Value), int.Parse(index.Groups["number"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : new EditPath(TagPathParser.Parse(text), null);
    }
}
