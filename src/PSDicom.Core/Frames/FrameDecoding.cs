using System;
using System.Collections.Generic;
using PSDicom.Codecs;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Decodes the frames of one file, one at a time. Any number of threads may use it at once.</summary>
internal abstract class FrameDecoding
{
    private static readonly ColorMarks Uncompressed = new();

    private protected FrameDecoding(ImagePixels image) => Image = image;

    /// <summary>The number of frames.</summary>
    public int Count => Image.Tally.Count;

    private protected ImagePixels Image { get; }

    private protected PixelFormat Format => Image.Format;

    /// <summary>Chooses the decoding of a file's frames.</summary>
    /// <exception cref="DicomException">The file has no frames, or their format is unknown.</exception>
    public static FrameDecoding Of(ImagePixels image)
    {
        if (image.Element is not { } element || image.Tally.Count == 0)
        {
            throw image.Tally.Warning is { } damage
                ? new DicomException(DicomErrorReason.InvalidPixelData, damage, image.File.FullName)
                : new DicomException(
                    DicomErrorReason.NoPixelData,
                    image.File.Damage is { } cause
                        ? $"The file has no pixel data. {cause.Message}"
                        : "The file has no pixel data: it is not an image.",
                    image.File.FullName);
        }

        DicomTransferSyntax syntax = image.File.TransferSyntax;
        if (image.Encapsulated is { } fragments) return new EncapsulatedFrameDecoding(image, fragments);
        return syntax.IsEncapsulated && !HoldsNativeFrames(image)
            ? new SingleCodestreamDecoding(image, element)
            : new NativeFrameDecoding(image, element);
    }

    /// <summary>Decodes a frame, counted from 0.</summary>
    /// <param name="index">The frame.</param>
    /// <param name="threads">The threads to use.</param>
    /// <exception cref="DicomException">The frame cannot be decoded.</exception>
    public abstract DecodedFrame Decode(int index, FrameThreads threads);

    /// <summary>What the header of a compressed frame, counted from 0, says; null if the frame has none.</summary>
    /// <exception cref="DicomException">The frame or its header cannot be read, or its compression is not supported.</exception>
    public virtual FrameHeader? Inspect(int index) => null;

    /// <summary>The conversion of a frame's uncompressed cells to samples.</summary>
    private protected static NativeCells CellsOf(PixelFormat format, NativeLayout layout, DicomTag pixelData)
    {
        if (layout.SampleBits > 64)
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                $"Bits Allocated is {layout.SampleBits}; at most 64 are possible.",
                tagPath: "BitsAllocated");
        }

        SampleType type = pixelData.Element switch
        {
            0x0008 => SampleType.Float32,
            0x0009 => SampleType.Float64,
            _ => SampleArray.TypeOf(layout.SampleBits, format.IsSigned),
        };
        long pixels = (long)format.Rows!.Value * format.Columns!.Value;
        if (pixels * layout.SamplesPerPixel * SampleArray.SizeOf(type) > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, "A frame has more bytes than an array can hold.", tagPath: "PixelData");
        }

        return new NativeCells(layout, type, format.Rows.Value, format.Columns.Value, format.IsPlanar);
    }

    /// <summary>A frame of uncompressed cells.</summary>
    private protected DecodedFrame Native(int index, Array cells, NativeLayout layout, List<DicomWarning> warnings, MemoryBudget.Share? memory)
    {
        (string? interpretation, string? colorWarning) = CodestreamColor.Find(Format.PhotometricInterpretation, layout.SamplesPerPixel, Uncompressed);
        if (colorWarning is not null) warnings.Add(new DicomWarning(DicomWarningKind.CodestreamColor, $"Frame {index + 1}: {colorWarning}", tagPath: "PhotometricInterpretation"));
        int bits = Format.BitsStored is { } stored && stored <= layout.SampleBits ? stored : layout.SampleBits;
        int shift = Format.HighBit is { } high && high >= bits && high < layout.SampleBits ? high + 1 - bits : 0;
        return new DecodedFrame
        {
            Image = Image,
            Index = index,
            Cells = cells,
            CellBits = layout.SampleBits,
            Rows = Format.Rows!.Value,
            Columns = Format.Columns!.Value,
            SamplesPerPixel = layout.SamplesPerPixel,
            BitsAllocated = layout.SampleBits,
            BitsStored = bits,
            Shift = shift,
            PhotometricInterpretation = interpretation,
            Warnings = warnings,
            Memory = memory,
        };
    }

    private protected DicomException WithoutSizes() => new(
        DicomErrorReason.InvalidPixelData,
        "The pixel format is unknown: Rows, Columns or Bits Allocated is missing or 0.",
        Image.File.FullName,
        tagPath: "PixelData");

    /// <summary>Whether pixel data that should be compressed have exactly the length of uncompressed frames.</summary>
    private static bool HoldsNativeFrames(ImagePixels image) =>
        image.Layout?.Fits(image.Tally.Count, image.Element!.ByteLength) == true;
}
