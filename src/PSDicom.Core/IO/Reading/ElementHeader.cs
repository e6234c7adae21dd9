namespace PSDicom.IO.Reading;

/// <summary>The header of an element: tag, value representation (null if there is none), length (PS3.5 section 7.1).</summary>
internal readonly struct ElementHeader(DicomTag tag, DicomVR? vr, int size, uint length, HeaderForm form = HeaderForm.Declared)
{
    /// <summary>The length of a value that ends with a delimiter.</summary>
    public const uint UndefinedLength = 0xFFFF_FFFF;

    /// <summary>Bytes of the largest header.</summary>
    public const int MaxSize = 12;

    public DicomTag Tag { get; } = tag;

    public DicomVR? VR { get; } = vr;

    /// <summary>Bytes of the header itself: 8 or 12.</summary>
    public int Size { get; } = size;

    public uint Length { get; } = length;

    public HeaderForm Form { get; } = form;

    public bool IsUndefinedLength => Length == UndefinedLength;
}
