using System;
using System.Globalization;
using System.Text;

namespace PSDicom;

/// <summary>The content of a file cannot be read, an argument is invalid, or a file must not be written.</summary>
public sealed class DicomException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="reason">The reason; stable, for programs.</param>
    /// <param name="detail">The problem and its remedy, without the position.</param>
    /// <param name="path">The file.</param>
    /// <param name="offset">The byte position in the file (of a deflated file: in the inflated bytes).</param>
    /// <param name="tagPath">The element, as a tag path.</param>
    /// <param name="innerException">The cause.</param>
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

    /// <summary>The reason; stable, for programs.</summary>
    public DicomErrorReason Reason { get; }

    /// <summary>The subject of the error, which follows from <see cref="Reason"/>.</summary>
    public DicomErrorKind Kind => Reason switch
    {
        DicomErrorReason.UnknownTag or DicomErrorReason.InvalidTagPath or DicomErrorReason.UnknownCharacterSet
            or DicomErrorReason.UnknownColorMap or DicomErrorReason.UnknownTransferSyntax or DicomErrorReason.InvalidWindow or DicomErrorReason.InvalidNameTemplate => DicomErrorKind.Call,
        DicomErrorReason.TargetExists or DicomErrorReason.TargetNotUnique or DicomErrorReason.TargetOutsideDestination or DicomErrorReason.SourceNotRemoved or DicomErrorReason.PageTooLarge => DicomErrorKind.Target,
        _ => DicomErrorKind.File,
    };

    /// <summary>The problem and its remedy, without the position.</summary>
    public string Detail { get; }

    /// <summary>The file, if it is known.</summary>
    public string? Path { get; }

    /// <summary>The byte position in the file (of a deflated file: in the inflated bytes), if it is known.</summary>
    public long? Offset { get; }

    /// <summary>The element, as a tag path, if it is known.</summary>
    public string? TagPath { get; }

    /// <summary>Runs an action on a file, and adds the file's path to exceptions without one.</summary>
    /// <param name="path">The path; null for bytes in memory.</param>
    /// <param name="action">The action.</param>
    internal static T InFile<T>(string? path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DicomException exception) when (exception.Path is null && path is not null)
        {
            throw exception.WithPath(path);
        }
    }

    /// <summary>The same exception with the file's path.</summary>
    internal DicomException WithPath(string path) =>
        Path is not null ? this : new DicomException(Reason, Detail, path, Offset, TagPath, this);

    /// <summary>The message: the detail with element and position in parentheses, safe to show.</summary>
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
