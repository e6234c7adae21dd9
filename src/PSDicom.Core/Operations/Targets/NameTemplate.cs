using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PSDicom.Query;

namespace PSDicom.Operations.Targets;

/// <summary>
/// A pattern for the names of pictures, such as <c>{PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}_{Frame:000}</c>.
/// Slashes, either way, make folders. In braces stand a keyword or tag of the header, or <c>BaseName</c> (the name of the source without its extension),
/// <c>Folder</c> (the name of the folder it lies in) or <c>Frame</c> (the number of the frame; without a format, with as many digits as the
/// number of frames has); after a colon, a format of .NET for numbers, dates or times (<c>{StudyDate:yyyy-MM}</c>). Braces themselves are
/// doubled. What a file does not have is <c>Unknown</c>.
/// </summary>
/// <remarks>
/// Values cannot make folders, nor names that a system does not take: characters that are not allowed everywhere become <c>_</c>, names of
/// devices such as CON get one before them, and a name of more than 120 characters is cut and gets a hash of all of it.
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
        _keywords = fields.Select(field => field.Path?.Text).ToArray();
        Tags = fields.Where(field => field.Path is not null).Select(field => field.Path!).SelectMany(TagQuery.Wanted).ToArray();
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The names of pictures without a template, each of its own file.</summary>
    internal static NameTemplate OfSource { get; } = new("{BaseName}");

    /// <summary>The names of pictures without a template, of files with several frames.</summary>
    internal static NameTemplate OfFrame { get; } = new("{BaseName}_{Frame}");

    /// <summary>Whether the number of the frame is in the names.</summary>
    internal bool HasFrame { get; }

    /// <summary>Whether the number of the stack is in the names.</summary>
    internal bool HasStack { get; }

    /// <summary>What the names need of the header.</summary>
    internal IReadOnlyList<TagMask> Tags { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="DicomException">
    /// It cannot be understood, names something that is not in the dictionary, or leads out of the destination; the message says where.
    /// </exception>
    public static NameTemplate Parse(string text) => new(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Whether an element of the data set itself is a field.</summary>
    internal bool HasField(string keyword) => Array.IndexOf(_keywords, keyword) >= 0;

    /// <summary>The template as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>The path of a picture, relative to the destination.</summary>
    /// <param name="file">The source.</param>
    /// <param name="frame">The number of the frame; null if there are several in the picture.</param>
    /// <param name="frameCount">How many frames the source has.</param>
    /// <param name="extensions">The extensions of the format; the first is added unless the template itself ends in one of them.</param>
    /// <param name="stack">Of a volume, the number of its stack, and how many its series has.</param>
    internal string Expand(DicomFile file, int? frame, int frameCount, IReadOnlyList<string> extensions, (int Index, int Count)? stack = null)
    {
        var path = new StringBuilder();
        for (int i = 0; i < _names.Count; i++)
        {
            string name = string.Concat(_names[i].Select(part => part.Text ?? part.Field!.Expand(file, frame, frameCount, stack)));
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

    /// <summary>The extension that the template gives the pictures itself; empty if it gives none.</summary>
    private string OwnExtension(IReadOnlyList<string> extensions)
    {
        IReadOnlyList<NamePart> last = _names[_names.Count - 1];
        string text = last[last.Count - 1].Text ?? string.Empty;
        return extensions.FirstOrDefault(extension => text.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } own
            ? text.Substring(text.Length - own.Length)
            : string.Empty;
    }
}
