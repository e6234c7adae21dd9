using PSDicom.Data;
using PSDicom.Dictionary;

namespace PSDicom.Operations;

/// <summary>One element of one file, as a row: what it is and what it holds.</summary>
public sealed class DicomTagValue
{
    private readonly DicomElement? _element;

    internal DicomTagValue(string? path, string tagPath, int depth, DicomElement element)
        : this(path, tagPath, element.Tag, element.Definition)
    {
        _element = element;
        Depth = depth;
        VR = element.VR.Code;
        VM = element.ValueMultiplicity;
        Exists = true;
    }

    /// <summary>A row for what was asked for and is not there.</summary>
    internal DicomTagValue(string? path, string tagPath, DicomTag tag, DictionaryEntry? definition)
    {
        Path = path;
        TagPath = tagPath;
        Tag = tag.ToString();
        IsPrivate = tag.IsPrivate;
        VR = definition?.VR.Code ?? DicomVR.UN.Code;
        Keyword = definition?.Keyword ?? string.Empty;
        Name = definition?.Name ?? string.Empty;
    }

    /// <summary>The file; null for bytes in memory.</summary>
    public string? Path { get; }

    /// <summary>The tag as the standard writes it: <c>(0010,0010)</c>.</summary>
    public string Tag { get; }

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
    public string TagPath { get; }

    /// <summary>Whether the element is private.</summary>
    public bool IsPrivate { get; }

    /// <summary>Whether the file has the element, be it empty.</summary>
    public bool Exists { get; }

    /// <summary>In how many sequences the element lies.</summary>
    public int Depth { get; }

    /// <summary>The element itself; null if the file does not have it.</summary>
    public DicomElement? GetElement() => _element;
}
