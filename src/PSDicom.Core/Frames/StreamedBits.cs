using System;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>The bits of the stored values in the samples of a codestream.</summary>
internal readonly record struct StreamedBits
{
    /// <summary>Bits of a sample in memory.</summary>
    public required int Allocated { get; init; }

    /// <summary>Bits of the stored value.</summary>
    public required int Stored { get; init; }

    /// <summary>Bits below the stored value.</summary>
    public int Shift { get; init; }

    /// <summary>The lowest bits of a sample that are unchanged from the pixel cell; 0 if lossy compression may have changed them.</summary>
    public int Cell { get; init; }

    /// <summary>The contradiction between data set and codestream; null if there is none.</summary>
    public string? Warning { get; init; }

    /// <summary>Determines the bits.</summary>
    /// <param name="format">The format in the data set.</param>
    /// <param name="info">The properties of the codestream.</param>
    /// <param name="isDeclaredLossy">Whether the data set declares the image as lossy compressed and the transfer syntax allows it.</param>
    public static StreamedBits Of(PixelFormat format, CodestreamInfo info, bool isDeclaredLossy)
    {
        int streamed = info.BitsPerSample, stored = format.BitsStored ?? streamed;
        int allocated = Math.Max(streamed, format.BitsAllocated is { } said and <= 32 ? said : streamed);

        // A reversible JPEG 2000 codestream may be truncated to any quality.
        bool isExact = info.IsLossless && !(info.Color.IsJpeg2000 && isDeclaredLossy);
        var bits = new StreamedBits { Allocated = allocated, Stored = Math.Max(streamed, stored), Cell = isExact ? streamed : 0 };
        if (streamed > stored)
        {
            // A lossless codestream has complete cells: the bits above the stored value are not part of it (PS3.5 section 8.1.1). After lossy
            // compression, they are overshoot of the values.
            return isExact
                ? bits with { Stored = stored, Shift = format.HighBit is { } high && high >= stored && high < streamed ? high + 1 - stored : 0 }
                : bits with { Warning = Contradiction(stored, streamed) };
        }

        // Colours have the range of the codestream; grey values have their own meaning.
        bool isNarrowColor = streamed < stored && info.SamplesPerPixel > 1;
        return isNarrowColor ? bits with { Stored = streamed, Warning = Contradiction(stored, streamed) } : bits with { Stored = Math.Min(bits.Stored, SampleBits(allocated)) };
    }

    private static int SampleBits(int allocated) => allocated <= 8 ? 8 : allocated <= 16 ? 16 : 32;

    private static string Contradiction(int stored, int streamed) =>
        FormattableString.Invariant($"The data set says {stored} bits, the compressed image has {streamed}.");
}
