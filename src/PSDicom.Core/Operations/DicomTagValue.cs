using PSDicom.Data;
using PSDicom.Dictionary;
using PSDicom.Query;

namespace PSDicom.Operations;

/// <summary>One element of one file, as a row: what it is and what it holds.</summary>
public sealed class DicomTagValue
{
    private readonly DicomTag _tag;
    private readonly DicomElement? _element;
    private readonly ItemPlace? _place;
    private readonly string? _missingPath;

    /// <summary>A row for an element of a file.</summary>
    internal DicomTagValue(string? path, LocatedElement located)
        : this(path, located.Element.Tag, located.Element.Definition)
    {
        DicomElement element = located.Element;
        _element = element;
        _place = located.Place;
        Depth = located.Place?.Depth ?? 0;
        VR = element.VR.Code;
        VM = element.ValueMultiplicity;
        Exists = true;
    }

    /// <summary>A row for what was asked for and is not there.</summary>
    internal DicomTagValue(string? path, TagPath missing)
        : this(path, missing.Target.ShownTag, missing.Target.Definition) => _missingPath = missing.Text;

    private DicomTagValue(string? path, DicomTag tag, DictionaryEntry? definition)
    {
        Path = path;
        _tag = tag;
        VR = definition?.VR.Code ?? DicomVR.UN.Code;
        Keyword = definition?.Keyword ?? string.Empty;
        Name = definition?.Name ?? string.Empty;
    }

    /// <summary>The file; null for bytes in memory.</summary>
    public string? Path { get; }

    /// <summary>The tag as the standard writes it: <c>(0010,0010)</c>.</summary>
    public string Tag => _tag.ToString();

    /// <summary>The keyword, such as <c>PatientName</c>; empty where the dictionary has none.</summary>
    public string Keyword { get; }

    /// <summary>The name for people, such as <c>Patient's Name</c>; empty where the dictionary has none.</summary>
    public string Name { get; }

    /// <summary>The two letters of the value representation.</summary>
    public string VR { get; }

    /// <summary>How many values there are.</summary>
    public int VM { get; }

    /// <summary>The value, typed as <see cref="DicomElement.Value"/> says.</summary>
    public object? Value => _element?.Value;

    /// <summary>The value as text, as <see cref="DicomElement.RawValue"/> says.</summary>
    public string? RawValue => _element?.RawValue;

    /// <summary>The way to the element, which names it wherever a tag is asked for: <c>ReferencedSeriesSequence[0].SeriesInstanceUID</c>.</summary>
    public string TagPath => _missingPath ?? ItemPlace.PathOf(_place, _tag);

    /// <summary>Whether the element is private.</summary>
    public bool IsPrivate => _tag.IsPrivate;

    /// <summary>Whether the file has the element, be it empty.</summary>
    public bool Exists { get; }

    /// <summary>In how many sequences the element lies.</summary>
    public int Depth { get; }

    /// <summary>The element itself; null if the file does not have it.</summary>
    public DicomElement? GetElement() => _element;
}
