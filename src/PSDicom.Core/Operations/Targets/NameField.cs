using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using PSDicom.Query;

namespace PSDicom.Operations.Targets;

/// <summary>A field of a template: what stands between braces.</summary>
internal sealed class NameField
{
    /// <summary>What stands for a value that a file does not have.</summary>
    public const string Missing = "Unknown";

    /// <summary>Characters of a field from which on it is cut before the name is.</summary>
    private const int Longest = 4096;

    // A number with a thousand digits is a mistake; with a billion, it would take all memory.
    private static readonly Regex Precision = new("^[A-Za-z][0-9]{3,}$", RegexOptions.CultureInvariant);

    private readonly NameFieldKind _kind;
    private readonly TagPath? _path;
    private readonly string? _format;

    // Of the last file; threads may make it twice, which does no harm.
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

    /// <summary>The element that is read; null if the field is not of the header.</summary>
    public TagPath? Path => _path;

    /// <summary>Reads a field.</summary>
    /// <param name="name">What stands before the colon.</param>
    /// <param name="format">What stands after it; null if there is none.</param>
    /// <exception cref="DicomException">There is no such field, or no such format.</exception>
    public static NameField Parse(string name, string? format)
    {
        NameFieldKind kind = KindOf(name);
        var field = new NameField(kind, kind == NameFieldKind.Element ? ParsePath(name) : null, format);
        field.CheckFormat(name);
        return field;
    }

    /// <summary>The text of a file's picture, which can be a part of a name.</summary>
    public string Expand(DicomFile file, int? frame, int frameCount, (int Index, int Count)? stack)
    {
        if (_long is { } known && ReferenceEquals(known.File, file)) return known.Text;
        string text = SafeFileName.Clean(_kind switch
        {
            NameFieldKind.BaseName => SourceName.Base(file.FullName),
            NameFieldKind.Folder => SourceName.Folder(file.FullName),
            NameFieldKind.Frame => ExpandNumber(frame, frameCount),
            NameFieldKind.Stack => ExpandNumber(stack?.Index, stack?.Count ?? 0),
            _ => ExpandElement(file),
        });
        if (text.Length <= Longest) return text.Length == 0 ? Missing : text;

        // Far longer than a name can be: each of thousands of frames would have it cut and hashed again.
        text = text.Substring(0, Longest / 2) + TextHash.Of(text).ToString("x16", CultureInfo.InvariantCulture);
        _long = new LongText(file, text);
        return text;
    }

    private static NameFieldKind KindOf(string name) => name.ToUpperInvariant() switch
    {
        "BASENAME" => NameFieldKind.BaseName,
        "FOLDER" => NameFieldKind.Folder,
        "FRAME" => NameFieldKind.Frame,
        "STACK" => NameFieldKind.Stack,
        _ => NameFieldKind.Element,
    };

    private static TagPath ParsePath(string name)
    {
        TagPath path = TagPathParser.Parse(name);
        if (path.IsWildcard) throw new DicomException(DicomErrorReason.InvalidTagPath, "One element is expected, and no wildcard.");
        if (path.Target.Definition?.VR.Kind is DicomVRKind.Sequence or DicomVRKind.Binary)
            throw new DicomException(DicomErrorReason.InvalidTagPath, $"{path.Text} is no text that could be in a name.");
        return path;
    }

    private void CheckFormat(string name)
    {
        if (_format is null) return;
        string why = _kind is NameFieldKind.BaseName or NameFieldKind.Folder ? "this field has no formats" : "it is not one of .NET for such values";
        try
        {
            if (_kind is NameFieldKind.Element or NameFieldKind.Frame or NameFieldKind.Stack && _format.Length > 0 && !Precision.IsMatch(_format))
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

    // Text that is a number is formatted as one: identifiers are, and often need zeros before them.
    private string Format(object? value) => value switch
    {
        null => string.Empty,
        TimeSpan time => DateTime.MinValue.Add(time).ToString(_format, CultureInfo.InvariantCulture),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
            TryFormat(number) ?? text,
        IFormattable formattable => TryFormat(formattable) ?? formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    // A value may not be of the type that its attribute should have; a format such as D4 is not for reals.
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
