using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PSDicom.Query;

namespace PSDicom.Operations.Targets;

/// <summary>A field of a name template, between braces.</summary>
internal sealed class NameField
{
    /// <summary>The text for a missing value.</summary>
    public const string Missing = "Unknown";

    /// <summary>Characters of a field, beyond which it is cut before the whole name is.</summary>
    private const int MaxLength = 4096;

    // A thousand digits are a mistake; a billion would take all memory.
    private static readonly Regex Precision = new("^[A-Za-z][0-9]{3,}$", RegexOptions.CultureInvariant);

    private readonly NameFieldKind _kind;
    private readonly TagPath? _path;
    private readonly string? _format;

    // The text for the last file. Threads may compute it twice, which is harmless.
    private volatile LongText? _long;

    private NameField(NameFieldKind kind, TagPath? path, string? format)
    {
        _kind = kind;
        _path = path;
        _format = format;
    }

    /// <summary>Whether it is the number of the frame.</summary>
    public bool IsFrame => _kind == NameFieldKind.Frame;

    /// <summary>Whether it is the number of the stack.</summary>
    public bool IsStack => _kind == NameFieldKind.Stack;

    /// <summary>Whether it is the number of the file among those with the same name.</summary>
    public bool IsCount => _kind == NameFieldKind.Count;

    /// <summary>The element to read; null if the field is not from the header.</summary>
    public TagPath? Path => _path;

    /// <summary>Parses a field.</summary>
    /// <param name="name">The name before the colon.</param>
    /// <param name="format">The format after the colon; null if there is none.</param>
    /// <exception cref="DicomException">There is no such field, or no such format.</exception>
    public static NameField Parse(string name, string? format)
    {
        NameFieldKind kind = KindOf(name);
        var field = new NameField(kind, kind == NameFieldKind.Element ? ParsePath(name) : null, format);
        field.CheckFormat(name);
        return field;
    }

    /// <summary>The text of the field, safe as part of a file name.</summary>
    public string Expand(DicomFile file, int? frame, int frameCount, (int Index, int Count)? stack, int? count)
    {
        if (_long is { } known && ReferenceEquals(known.File, file)) return known.Text;
        string text = SafeFileName.Clean(_kind switch
        {
            NameFieldKind.BaseName => SourceName.Base(file.FullName),
            NameFieldKind.Folder => SourceName.Folder(file.FullName),
            NameFieldKind.Frame => ExpandNumber(frame, frameCount),
            NameFieldKind.Stack => ExpandNumber(stack?.Index, stack?.Count ?? 0),
            NameFieldKind.Count => ExpandNumber(count, 1),
            _ => UpToNul(ExpandElement(file)),
        });
        if (text.Length <= MaxLength) return text.Length == 0 ? Missing : text;

        // Far longer than a file name can be: cut here once, not for each of thousands of frames.
        text = text.Substring(0, MaxLength / 2) + TextHash.Of(text).ToString("x16", CultureInfo.InvariantCulture);
        _long = new LongText(file, text);
        return text;
    }

    private static NameFieldKind KindOf(string name) => name.ToUpperInvariant() switch
    {
        "BASENAME" => NameFieldKind.BaseName,
        "FOLDER" => NameFieldKind.Folder,
        "FRAME" => NameFieldKind.Frame,
        "STACK" => NameFieldKind.Stack,
        "COUNT" => NameFieldKind.Count,
        _ => NameFieldKind.Element,
    };

    private static TagPath ParsePath(string name)
    {
        TagPath path = TagPathParser.Parse(name);
        if (path.IsWildcard) throw new DicomException(DicomErrorReason.InvalidTagPath, "Name one element, without wildcards.");
        if (path.Target.Definition?.VR.Kind is DicomVRKind.Sequence or DicomVRKind.Binary)
            throw new DicomException(DicomErrorReason.InvalidTagPath, $"{path.Text} has no text value for a file name.");
        return path;
    }

    private void CheckFormat(string name)
    {
        if (_format is null) return;
        string why = _kind is NameFieldKind.BaseName or NameFieldKind.Folder
            ? "this field takes no format"
            : "it is not a .NET format for such values";
        try
        {
            if (_kind is NameFieldKind.Element or NameFieldKind.Frame or NameFieldKind.Stack or NameFieldKind.Count && _format.Length > 0 && !Precision.IsMatch(_format))
            {
                bool isTime = _path?.Target.Definition?.VR.Code is "DA" or "TM" or "DT";
                ((IFormattable)(isTime ? DateTime.MaxValue : 1L)).ToString(_format, CultureInfo.InvariantCulture);
                return;
            }
        }
        catch (FormatException)
        {
        }

        throw new DicomException(DicomErrorReason.InvalidNameTemplate, $"The format '{_format}' of {name} cannot be used: {why}.");
    }

    private string ExpandNumber(int? number, int count)
    {
        if (number is not { } value) return string.Empty;
        string format = _format ?? "D" + count.ToString(CultureInfo.InvariantCulture).Length.ToString(CultureInfo.InvariantCulture);
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    // NUL ends a text of some devices. With a wrong length, a value also has the headers of the elements after it, which have NULs, and their
    // values: without them, no name has an element that was not asked for.
    private static string UpToNul(string text) => text.IndexOf('\0') is >= 0 and int end ? text.Substring(0, end) : text;

    private string ExpandElement(DicomFile file)
    {
        var found = new List<LocatedElement>();
        _path!.FindIn(file.FileMeta, nested: false, found);
        _path.FindIn(file.Dataset, nested: false, found);
        if (found.Count == 0) return string.Empty;
        DicomElement element = found[0].Element;
        if (_format is null) return element.RawValue ?? string.Empty;
        return element.Value is IEnumerable values and not string
            ? string.Join("\\", values.Cast<object?>().Select(Format))
            : Format(element.Value);
    }

    // Text that is a number is formatted as one: identifiers often need leading zeros.
    private string Format(object? value) => value switch
    {
        null => string.Empty,
        TimeSpan time => DateTime.MinValue.Add(time).ToString(_format, CultureInfo.InvariantCulture),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
            TryFormat(number) ?? text,
        IFormattable formattable => TryFormat(formattable) ?? formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    // A value may have an unexpected type; a format such as D4 is not valid for real numbers.
    private string? TryFormat(IFormattable value)
    {
        try
        {
            return value.ToString(_format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record LongText(DicomFile File, string Text);
}
