using System;
using System.Globalization;
using System.Text;

namespace PSDicom;

/// <summary>What a file holds cannot be read, or what was asked for cannot be understood.</summary>
public sealed class DicomException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="reason">Why; stable, for programs.</param>
    /// <param name="detail">What is wrong and what to do, without the place.</param>
    /// <param name="path">The file.</param>
    /// <param name="offset">The byte position in the file (of a deflated file: in the inflated bytes).</param>
    /// <param name="tagPath">The element, as a tag path.</param>
    /// <param name="innerException">What caused it.</param>
    public DicomException(
        DicomErrorReason reason,
        string detail,
        string? path = null,
        long? offset = null,
        string? tagPath = null,
        Exception? innerException = null)
        : base(Describe(detail, offset, tagPath), innerException)
    {
        Reason = reason;
        Detail = VisibleText.Of(detail);
        Path = path;
        Offset = offset;
        TagPath = tagPath;
    }

    /// <summary>Why; stable, for programs.</summary>
    public DicomErrorReason Reason { get; }

    /// <summary>What the error is about, by <see cref="Reason"/>.</summary>
    public DicomErrorKind Kind => Reason switch
    {
        DicomErrorReason.UnknownTag or DicomErrorReason.InvalidTagPath or DicomErrorReason.UnknownCharacterSet
            or DicomErrorReason.UnknownColorMap or DicomErrorReason.InvalidWindow or DicomErrorReason.InvalidNameTemplate => DicomErrorKind.Call,
        DicomErrorReason.TargetExists or DicomErrorReason.TargetNotUnique or DicomErrorReason.TargetOutsideDestination or DicomErrorReason.PageTooLarge => DicomErrorKind.Target,
        _ => DicomErrorKind.File,
    };

    /// <summary>What is wrong and what to do, without the place.</summary>
    public string Detail { get; }

    /// <summary>The file, if it is known.</summary>
    public string? Path { get; }

    /// <summary>The byte position in the file (of a deflated file: in the inflated bytes), if it is known.</summary>
    public long? Offset { get; }

    /// <summary>The element, as a tag path, if it is known.</summary>
    public string? TagPath { get; }

    /// <summary>The same exception with the file's name.</summary>
    internal DicomException WithPath(string path) =>
        Path is not null ? this : new DicomException(Reason, Detail, path, Offset, TagPath, this);

    /// <summary>A sentence that can be shown, with the place in brackets.</summary>
    internal static string Describe(string detail, long? offset, string? tagPath)
    {
        detail = VisibleText.Of(detail);
        if (offset is null && tagPath is null) return detail;
        var text = new StringBuilder(detail).Append(" (");
        if (tagPath is not null) text.Append("in ").Append(tagPath);
        if (tagPath is not null && offset is not null) text.Append(", ");
        if (offset is not null) text.Append("at byte ").Append(offset.Value.ToString(CultureInfo.InvariantCulture));
        return text.Append(')').ToString();
    }
}
