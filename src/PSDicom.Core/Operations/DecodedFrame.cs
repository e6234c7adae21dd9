using System;
using System.Collections.Generic;
using PSDicom.Pixels;
using PSDicom.Rendering;

namespace PSDicom.Operations;

/// <summary>A frame as it comes out of its cells or its codestream: bits beyond those stored are still there.</summary>
internal sealed class DecodedFrame : IDisposable
{
    /// <summary>The file and what it says of the frame.</summary>
    public required ImagePixels Image { get; init; }

    /// <summary>The frame, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The samples, of which <see cref="ToFrame"/> takes the stored values.</summary>
    public required Array Cells { get; init; }

    /// <summary>Bits of each cell that are as they were in the file: those above the stored ones may be overlays'.</summary>
    public required int CellBits { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public required int SamplesPerPixel { get; init; }

    public required int BitsAllocated { get; init; }

    /// <summary>Bits that are used of each cell.</summary>
    public required int BitsStored { get; init; }

    /// <summary>Unused bits below them.</summary>
    public int Shift { get; init; }

    public required string? PhotometricInterpretation { get; init; }

    public required IReadOnlyList<DicomWarning> Warnings { get; init; }

    /// <summary>What the samples take of the memory that all frames share; null if nothing.</summary>
    public required MemoryBudget.Share? Memory { get; init; }

    /// <summary>Gives the memory back to other frames: the samples are done with, or whose they are then answers for them.</summary>
    public void Dispose() => Memory?.Dispose();

    /// <summary>The frame of the stored values, or of what the options ask for; the cells change with it.</summary>
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
