using PSDicom.Data;

namespace PSDicom.Frames;

/// <summary>The declared Number of Frames (0028,0008) (PS3.3 section C.7.6.6).</summary>
internal readonly struct DeclaredFrames
{
    private readonly string? _text;

    public DeclaredFrames(DicomDataset dataset)
    {
        _text = dataset.GetText(DicomTag.NumberOfFrames);
        Value = dataset.GetInteger(DicomTag.NumberOfFrames);
    }

    /// <summary>The value; null if it is missing or not a number.</summary>
    public long? Value { get; }

    /// <summary>The value if it is positive; else null.</summary>
    public long? Number => Value > 0 ? Value : null;

    /// <summary>Whether it is missing, which means one frame.</summary>
    public bool IsAbsent => _text is null;

    public override string ToString() =>
        _text is null ? "Number of Frames is missing" : "Number of Frames is " + QuotedText.Of(DicomVR.IS, _text);
}
