using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PSDicom.Query;

namespace PSDicom.Operations.Targets;

/// <summary>
/// A pattern for the names of files to write, such as
/// <c>{PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}_{Frame:000}</c>. Slashes and backslashes make folders.
/// Braces hold a keyword or tag of the header, <c>BaseName</c> (the name of the source without its extension), <c>Folder</c> (the name of
/// its folder), <c>Frame</c> (the frame number), for volumes <c>Stack</c> (the number of the stack in its series), or for copied files
/// <c>Count</c> (the number of the file among those whose names would be the same); without a format, numbers have as many digits as the number
/// of frames or stacks. A .NET format for numbers, dates or times may follow after a colon (<c>{StudyDate:yyyy-MM}</c>). Double a brace to write it literally. Missing values
/// become <c>Unknown</c>.
/// </summary>
/// <remarks>
/// Values cannot make folders or invalid names: characters not allowed on every system become <c>_</c>, device names such as CON get the
/// prefix <c>_</c>, and a name of more than 120 characters is cut and gets a hash of the whole name.
/// </remarks>
public sealed class NameTemplate
{
    private readonly IReadOnlyList<IReadOnlyList<NamePart>> _names;

    private readonly string?[] _keywords;

    private NameTemplate(string text)
    {
        Text = text;
        _names = new NameTemplateParser(text).Parse();
        NameField[] fields = _names.SelectMany(parts => parts).Select(part => part.Field).OfType<NameField>().ToArray();
        HasFrame = fields.Any(field => field.IsFrame);
        HasStack = fields.Any(field => field.IsStack);
        HasCount = fields.Any(field => field.IsCount);
        IsOfHeader = fields.All(field => field.Path is { IsNested: false } path && path.Target.Tags.Single is not { Group: 0x0002 });
        _keywords = fields.Select(field => field.Path?.Text).ToArray();
        Tags = fields.Where(field => field.Path is not null).Select(field => field.Path!).SelectMany(TagQuery.Wanted).ToArray();
    }

    /// <summary>The text of the template.</summary>
    public string Text { get; }

    /// <summary>The default for one picture per source.</summary>
    internal static NameTemplate OfSource { get; } = new("{BaseName}");

    /// <summary>The default for sources with several frames.</summary>
    internal static NameTemplate OfFrame { get; } = new("{BaseName}_{Frame}");

    /// <summary>Whether the names have the frame number.</summary>
    internal bool HasFrame { get; }

    /// <summary>Whether the number of the stack is in the names.</summary>
    internal bool HasStack { get; }

    /// <summary>Whether the names have the number of the file among those with the same name.</summary>
    internal bool HasCount { get; }

    /// <summary>Whether the names are made of elements of the data set only, outside of sequences.</summary>
    internal bool IsOfHeader { get; }

    /// <summary>The tags that the names need.</summary>
    internal IReadOnlyList<TagMask> Tags { get; }

    /// <summary>Parses a template.</summary>
    /// <exception cref="DicomException">
    /// It is invalid, names an unknown element, or leads out of the destination; the message gives the position.
    /// </exception>
    public static NameTemplate Parse(string text) => new(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Whether a top-level element is a field.</summary>
    internal bool HasField(string keyword) => Array.IndexOf(_keywords, keyword) >= 0;

    /// <summary>The text of the template.</summary>
    public override string ToString() => Text;

    /// <summary>The path of a picture, relative to the destination.</summary>
    /// <param name="file">The source.</param>
    /// <param name="frame">The frame number; null for a picture of several frames.</param>
    /// <param name="frameCount">The number of frames of the source.</param>
    /// <param name="extensions">The extensions of the format; the first is added unless the template ends with one of them.</param>
    /// <param name="stack">For a volume, the number of its stack and the number of stacks of its series.</param>
    /// <param name="count">For a copied file, its number among those with the same name.</param>
    internal string Expand(
        DicomFile file, int? frame, int frameCount, IReadOnlyList<string> extensions, (int Index, int Count)? stack = null, int? count = null)
    {
        var path = new StringBuilder();
        for (int i = 0; i < _names.Count; i++)
        {
            string name = string.Concat(_names[i].Select(part => part.Text ?? part.Field!.Expand(file, frame, frameCount, stack, count)));
            if (i < _names.Count - 1)
            {
                path.Append(SafeFileName.Of(name)).Append(Path.DirectorySeparatorChar);
                continue;
            }

            string own = OwnExtension(extensions);
            path.Append(SafeFileName.Of(name.Substring(0, name.Length - own.Length))).Append(own.Length > 0 ? own : extensions[0]);
        }

        return path.ToString();
    }

    /// <summary>The extension at the end of the template; empty if there is none.</summary>
    private string OwnExtension(IReadOnlyList<string> extensions)
    {
        IReadOnlyList<NamePart> last = _names[_names.Count - 1];
        string text = last[last.Count - 1].Text ?? string.Empty;
        return extensions.FirstOrDefault(extension => text.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } own
            ? text.Substring(text.Length - own.Length)
            : string.Empty;
    }
}
