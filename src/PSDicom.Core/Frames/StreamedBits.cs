using System;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>Which bits of the samples that a codestream gives are the stored values.</summary>
internal readonly record struct StreamedBits
{
    /// <summary>Bits that a sample takes in memory.</summary>
    public required int Allocated { get; init; }

    /// <summary>Bits of the stored value.</summary>
    public required int Stored { get; init; }

    /// <summary>Bits below it.</summary>
    public int Shift { get; init; }

    /// <summary>The lowest bits of a sample that are those of the pixel cell; 0 if compression may have changed them.</summary>
    public int Cell { get; init; }

    /// <summary>What the data set and the codestream contradict each other in; null if they agree.</summary>
    public string? Warning { get; init; }

    /// <summary>Finds them.</summary>
    /// <param name="format">What the data set says.</param>
    /// <param name="info">What the codestream says.</param>
    /// <param name="isSaidLossy">Whether the data set says that the image is, and its transfer syntax that it may be, compressed with loss.</param>
    public static StreamedBits Of(PixelFormat format, CodestreamInfo info, bool isSaidLossy)
    {
        int streamed = info.BitsPerSample, stored = format.BitsStored ?? streamed;
        int allocated = Math.Max(streamed, format.BitsAllocated is { } said and <= 32 ? said : streamed);

        // A reversible codestream of JPEG 2000 may be cut off at any quality.
        bool isExact = info.IsLossless && !(info.Color.IsJpeg2000 && isSaidLossy);
        var bits = new StreamedBits { Allocated = allocated, Stored = Math.Max(streamed, stored), Cell = isExact ? streamed : 0 };
        if (streamed > stored)
        {
            // A lossless codestream has whole cells: what is above the stored value is not part of it (PS3.5 section 8.1.1). After loss, what is
            // above is what the values were overshot by.
            return isExact
                ? bits with { Stored = stored, Shift = format.HighBit is { } high && high >= stored && high < streamed ? high + 1 - stored : 0 }
                : bits with { Warning = Contradiction(stored, streamed) };
        }

        // The range of colours is that of the codestream; greys are told by their numbers.
        bool isNarrowColor = streamed < stored && info.SamplesPerPixel > 1;
        return isNarrowColor ? bits with { Stored = streamed, Warning = Contradiction(stored, streamed) } : bits with { Stored = Math.Min(bits.Stored, SampleBits(allocated)) };
    }

    private static int SampleBits(int allocated) => allocated <= 8 ? 8 : allocated <= 16 ? 16 : 32;

    private static string Contradiction(int stored, int streamed) =>
        FormattableString.Invariant($"The data set says {stored} bits, the compressed image has {streamed}.");
}
