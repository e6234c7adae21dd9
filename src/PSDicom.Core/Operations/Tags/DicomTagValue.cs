using System;
using PSDicom.Query;

namespace PSDicom;

/// <summary>One element of a file as a row: its identity and its value.</summary>
public sealed class DicomTagValue
{
    private readonly DicomTag _tag;
    private readonly DicomElement? _element;
    private readonly ItemPlace? _place;
    private readonly TagPath? _missing;
    private DicomDictionaryEntry? _definition;

    /// <summary>Makes the row of an element.</summary>
    internal DicomTagValue(string? path, LocatedElement located)
    {
        FullName = path;
        _tag = located.Element.Tag;
        _element = located.Element;
        _place = located.Place;
    }

    /// <summary>Makes the row of a requested element that is missing.</summary>
    internal DicomTagValue(string? path, TagPath missing)
    {
        FullName = path;
        _tag = missing.Target.ShownTag;
        _missing = missing;
    }

    /// <summary>The file's full path; null for bytes in memory.</summary>
    public string? FullName { get; }

    /// <summary>The tag as the standard writes it: <c>(0010,0010)</c>.</summary>
    public string Tag => _tag.ToString();

    /// <summary>The keyword, such as <c>PatientName</c>; empty where the dictionary has none.</summary>
    public string Keyword => Definition?.Keyword ?? string.Empty;

    /// <summary>The name, such as <c>Patient's Name</c>; empty where the dictionary has none.</summary>
    public string Name => Definition?.Name ?? string.Empty;

    /// <summary>The two letters of the value representation.</summary>
    public string VR => (_element?.VR ?? Definition?.VR ?? DicomVR.UN).Code;

    /// <summary>The number of values.</summary>
    public int VM => _element?.ValueMultiplicity ?? 0;

    /// <summary>The value, typed as <see cref="DicomElement.Value"/>.</summary>
    public object? Value => _element?.Value;

    /// <summary>The value as text, as <see cref="DicomElement.RawValue"/>.</summary>
    public string? RawValue => _element?.RawValue;

    /// <summary>The path of the element, which can be used wherever a tag is expected: <c>ReferencedSeriesSequence[0].SeriesInstanceUID</c>.</summary>
    public string TagPath => _missing?.Text ?? ItemPlace.PathOf(_place, _tag);

    /// <summary>
    /// The name of a value that is a unique identifier, such as <c>CT Image Storage</c>; null if the value is not a registered identifier.
    /// </summary>
    public string? UIDName => _element?.VR == DicomVR.UI && DicomUID.TryGet(_element.RawValue, out DicomUID? uid) && uid.Name.Length > 0 ? uid.Name : null;

    /// <summary>
    /// Whether the element should have dates, times or numbers, but a value cannot be parsed and stays text or bytes. False for a missing or
    /// empty element.
    /// </summary>
    public bool IsMalformed => _element is not null
        && (_element.VR.Kind == DicomVRKind.Number ? Value is byte[] or string : (HasTypedText(_element.VR) || HasTypedText(Definition?.VR)) && HasText(Value));

    /// <summary>Whether the element is private.</summary>
    public bool IsPrivate => _tag.IsPrivate;

    /// <summary>Whether the file has the element, even if it is empty.</summary>
    public bool Exists => _element is not null;

    /// <summary>The number of sequences around the element.</summary>
    public int Depth => _place?.Depth ?? 0;

    /// <summary>The length of the part of <see cref="TagPath"/> for the item that contains the element, in characters.</summary>
    internal long LengthOfPlace => _place?.PathLength ?? 0;

    // Looked up on demand: often only the value is needed.
    private DicomDictionaryEntry? Definition => _definition ??= _element is null ? _missing!.Target.Definition : _element.Definition;

    private static bool HasTypedText(DicomVR? vr) => vr?.Code is "DA" or "TM" or "DT" or "IS" or "DS";

    private static bool HasText(object? value) => value is string || (value is object[] values && Array.Exists(values, single => single is string));

    /// <summary>The element itself; null if the file does not have it.</summary>
    public DicomElement? GetElement() => _element;
}
