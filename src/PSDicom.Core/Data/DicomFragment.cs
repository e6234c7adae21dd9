namespace PSDicom;

/// <summary>One item of an encapsulated value: a piece of a compressed frame, or the offset table (PS3.5 section A.4).</summary>
/// <param name="offset">The position of its bytes in the file.</param>
/// <param name="length">The number of bytes.</param>
public readonly struct DicomFragment(long offset, long length)
{
    /// <summary>The position of its bytes in the file.</summary>
    public long Offset { get; } = offset;

    /// <summary>The number of bytes.</summary>
    public long Length { get; } = length;
}
