using System;

namespace PSDicom.Codecs;

/// <summary>The layout of a decoded frame in memory: rows from top to bottom, samples of a pixel together, little endian.</summary>
/// <param name="rows">Rows, in pixels.</param>
/// <param name="columns">Columns, in pixels.</param>
/// <param name="samplesPerPixel">Samples of a pixel: 1 for grey, 3 for colour.</param>
/// <param name="bytesPerSample">Bytes of a sample: 1, 2 or 4.</param>
internal readonly struct FrameShape(int rows, int columns, int samplesPerPixel, int bytesPerSample)
{
    /// <summary>Rows, in pixels.</summary>
    public int Rows { get; } = rows;

    /// <summary>Columns, in pixels.</summary>
    public int Columns { get; } = columns;

    /// <summary>Samples of a pixel: 1 for grey, 3 for colour.</summary>
    public int SamplesPerPixel { get; } = samplesPerPixel;

    /// <summary>Bytes of a sample: 1, 2 or 4.</summary>
    public int BytesPerSample { get; } = bytesPerSample;

    /// <summary>Bytes of the whole frame.</summary>
    public long Length => (long)Rows * Columns * SamplesPerPixel * BytesPerSample;

    /// <summary>Checks the memory that a decoder writes to.</summary>
    /// <exception cref="ArgumentException">The destination does not have the length of the frame.</exception>
    public void RequireLength(Memory<byte> destination)
    {
        if (destination.Length != Length) throw new ArgumentException("The destination does not have the length of the frame.", nameof(destination));
    }
}
