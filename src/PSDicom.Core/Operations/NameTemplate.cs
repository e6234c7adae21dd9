using System;

namespace PSDicom.Operations;

/// <summary>
/// A pattern for the names of pictures, such as <c>{PatientID}/{SeriesNumber:0000}/{InstanceNumber:0000}_{Frame:000}</c>. Slashes, either
/// way, make folders. In braces stand a keyword or tag of the header, or <c>BaseName</c> (the name of the source without its extension),
/// <c>Folder</c> (the name of the folder it lies in) or <c>Frame</c> (the number of the frame; without a format, with as many digits as the
/// source's last one has); after a colon, a format of .NET for numbers, dates or times (<c>{StudyDate:yyyy-MM}</c>). Braces themselves are
/// doubled. What a file does not have is <c>Unknown</c>.
/// </summary>
public sealed class NameTemplate
{
    private NameTemplate(string text) => Text = text;

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="DicomException">
    /// It cannot be understood, names something that is not in the dictionary, or leads out of the destination; the message says where.
    /// </exception>
    public static NameTemplate Parse(string text) => new(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The template as it was written.</summary>
    public override string ToString() => Text;
}
