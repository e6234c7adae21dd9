namespace PSDicom;

/// <summary>One item of an encapsulated value: a piece of a compressed frame, or the offset table (PS3.5 section A.4).</summary>
/// <param name="offset">Where its bytes begin, in the file.</param>
/// <param name="length">How many bytes there are.</param>
public readonly struct DicomFragment(long offset, long length)
{
    /// <summary>Where its bytes begin, in the file.</summary>
    public long Offset { get; } = offset;

    /// <summary>How many bytes there are.</summary>
    public long Length { get; } = length;
}
