using System;

namespace PSDicom.Codecs;

/// <summary>The format of frames to encode, in the words of the Image Pixel module (PS3.3 section C.7.6.3).</summary>
internal sealed record FrameFormat
{
    /// <summary>
    /// The layout of a frame in memory. For encoders that keep the native layout, its columns are the bytes of a native row.
    /// </summary>
    public required FrameShape Shape { get; init; }

    /// <summary>Bits Allocated of the data set: 8 times <see cref="FrameShape.BytesPerSample"/>, or 1.</summary>
    public required int BitsAllocated { get; init; }

    /// <summary>
    /// The number of bits of a sample that a codestream keeps, from the lowest one on: Bits Stored. Bits above are ignored, except in RLE and
    /// deflated frames, which keep whole cells.
    /// </summary>
    public required int BitsStored { get; init; }

    /// <summary>Whether samples are signed (two's complement).</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether the pixel data are floating-point numbers (Float Pixel Data, Double Float Pixel Data).</summary>
    public bool IsFloat { get; init; }

    /// <summary>
    /// The actual colour space of the samples, which are at full resolution: MONOCHROME1 or 2, PALETTE COLOR, RGB, YBR_FULL, ...
    /// </summary>
    public required string PhotometricInterpretation { get; init; }

    /// <summary>Checks the memory that an encoder reads.</summary>
    /// <exception cref="ArgumentException">The samples do not have the length of a frame.</exception>
    public void RequireLength(ReadOnlyMemory<byte> samples)
    {
        if (samples.Length != Shape.Length) throw new ArgumentException("The samples do not have the length of the frame.", nameof(samples));
    }
}
