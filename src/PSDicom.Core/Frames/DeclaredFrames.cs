using PSDicom.Data;

namespace PSDicom.Frames;

/// <summary>What Number of Frames (0028,0008) says (PS3.3 section C.7.6.6).</summary>
internal readonly struct DeclaredFrames
{
    private readonly string? _text;

    public DeclaredFrames(DicomDataset dataset)
    {
        _text = dataset.GetText(DicomTag.NumberOfFrames);
        Value = dataset.GetInteger(DicomTag.NumberOfFrames);
    }

    /// <summary>The number as it is; null if it is none.</summary>
    public long? Value { get; }

    /// <summary>The number if it can be one of frames; else null.</summary>
    public long? Number => Value > 0 ? Value : null;

    /// <summary>Whether nothing is said, which stands for one frame.</summary>
    public bool IsAbsent => _text is null;

    public override string ToString() =>
        _text is null ? "Number of Frames is missing" : "Number of Frames is " + QuotedText.Of(DicomVR.IS, _text);
}
