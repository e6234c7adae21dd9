using System;
using System.Collections.Generic;
using PSDicom.Codecs;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>A decoded frame whose cells still have the bits outside the stored values.</summary>
internal sealed class DecodedFrame : IDisposable
{
    /// <summary>The pixel data of the file.</summary>
    public required ImagePixels Image { get; init; }

    /// <summary>The frame, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The samples, of which <see cref="ToFrame"/> takes the stored values.</summary>
    public required Array Cells { get; init; }

    /// <summary>The lowest bits of each cell that are unchanged from the file: those above the stored value may be overlays.</summary>
    public required int CellBits { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public required int SamplesPerPixel { get; init; }

    public required int BitsAllocated { get; init; }

    /// <summary>Bits of the stored value.</summary>
    public required int BitsStored { get; init; }

    /// <summary>Unused bits below the stored value.</summary>
    public int Shift { get; init; }

    public required string? PhotometricInterpretation { get; init; }

    public required IReadOnlyList<DicomWarning> Warnings { get; init; }

    /// <summary>What is lost or doubtful of its samples; null if nothing is.</summary>
    public string? Damage { get; init; }

    /// <summary>What the codestream declares; null if the frame has none.</summary>
    public CodestreamInfo? Codestream { get; init; }

    /// <summary>The samples' share of the memory of all frames; null if it has none.</summary>
    public required MemoryBudget.Share? Memory { get; init; }

    /// <summary>Releases the memory share: the samples are no longer used, or now belong to the caller.</summary>
    public void Dispose() => Memory?.Dispose();

    /// <summary>Makes the frame of the stored values, or of the values in the options; it changes the cells.</summary>
    public DicomFrame ToFrame(FrameReadOptions? options)
    {
        StoredBits.Extract(Cells, BitsStored, Shift);
        var frame = new DicomFrame(Cells)
        {
            FullName = Image.File.FullName,
            Frame = Index + 1,
            Rows = Rows,
            Columns = Columns,
            SamplesPerPixel = SamplesPerPixel,
            BitsAllocated = BitsAllocated,
            BitsStored = BitsStored,
            PhotometricInterpretation = PhotometricInterpretation,
            Warnings = Warnings,
        };
        if (options is { AsRgb: true }) frame = Image.Rgb.Convert(frame);
        if (options is { Rescaled: true } && SamplesPerPixel == 1 && frame.SamplesPerPixel == 1)
            frame = Image.Transforms.Of(Index, ValueRange.OfStored(frame)).Apply(frame);
        return frame;
    }
}
