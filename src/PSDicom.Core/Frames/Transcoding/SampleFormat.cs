using System;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Frames.Transcoding;

/// <summary>Finds the format in which frames are encoded.</summary>
internal static class SampleFormat
{
    /// <summary>The format of a decoded frame, whose cells may have unused bits.</summary>
    /// <exception cref="DicomException">
    /// The frame contradicts the data set, or the data set is silent (<see cref="DicomErrorReason.InvalidPixelData"/>).
    /// </exception>
    public static FrameFormat Of(DecodedFrame frame, PixelFormat declared)
    {
        SampleType type = SampleArray.TypeOf(frame.Cells);
        bool isFloat = type is SampleType.Float32 or SampleType.Float64;
        Require(frame.Index, "Rows", declared.Rows, frame.Rows);
        Require(frame.Index, "Columns", declared.Columns, frame.Columns);
        Require(frame.Index, "Samples per Pixel", declared.SamplesPerPixel ?? NativeLayout.DefaultSamples(declared.PhotometricInterpretation), frame.SamplesPerPixel);
        if (!isFloat) Require(frame.Index, "Bits Allocated", declared.BitsAllocated, frame.BitsAllocated);
        int bits = frame.BitsStored;
        if (declared.BitsStored is { } stored && stored != bits && !isFloat && stored <= frame.BitsAllocated)
        {
            // Overshoot of a lossy compression is possible, but rare.
            if (bits < stored || frame.Shift > 0 || !StoredRange.Fits(frame.Cells, stored)) throw Contradiction(frame.Index, "Bits Stored", stored, bits);
            bits = stored;
        }

        return new FrameFormat
        {
            Shape = new FrameShape(frame.Rows, frame.Columns, frame.SamplesPerPixel, SampleArray.SizeOf(type)),
            BitsAllocated = isFloat ? SampleArray.SizeOf(type) * 8 : frame.BitsAllocated,
            BitsStored = isFloat ? SampleArray.SizeOf(type) * 8 : bits + frame.Shift,
            IsSigned = SampleArray.IsSigned(frame.Cells),
            IsFloat = isFloat,
            PhotometricInterpretation = frame.PhotometricInterpretation ?? PhotometricInterpretations.BlackIsZero,
        };
    }

    /// <summary>The format of a decoded frame whose cells become those of native pixel data.</summary>
    /// <exception cref="DicomException">As for <see cref="Of(DecodedFrame, PixelFormat)"/>; High Bit would mean other bits of the cells than the codestream.</exception>
    public static FrameFormat OfCells(DecodedFrame frame, PixelFormat declared)
    {
        FrameFormat format = Of(frame, declared);
        int bits = format.BitsStored - frame.Shift;
        if (!format.IsFloat && declared.HighBit is { } high && high >= bits && high < format.BitsAllocated && high + 1 - bits != frame.Shift)
            throw Contradiction(frame.Index, "High Bit", high, format.BitsStored - 1);
        return format;
    }

    /// <summary>The format as the data set declares it; null if it is incomplete.</summary>
    public static FrameFormat? Of(PixelFormat declared, DicomTag pixelData)
    {
        if (declared is not { Rows: { } rows, Columns: { } columns }) return null;
        int bits = pixelData == DicomTag.FloatPixelData ? 32 : pixelData == DicomTag.DoubleFloatPixelData ? 64 : declared.BitsAllocated ?? 0;
        if (bits == 0) return null;
        string? interpretation = PhotometricInterpretations.IsTransform(declared.PhotometricInterpretation)
            ? PhotometricInterpretations.Rgb
            : PhotometricInterpretations.AtFullResolution(declared.PhotometricInterpretation);
        return new FrameFormat
        {
            Shape = new FrameShape(rows, columns, declared.SamplesPerPixel ?? 1, SampleArray.SizeOf(SampleArray.TypeOf(bits, isSigned: false))),
            BitsAllocated = bits,
            BitsStored = declared.HighBit is { } high && high >= declared.BitsStored ? high + 1 : declared.BitsStored ?? bits,
            IsSigned = declared.IsSigned,
            IsFloat = pixelData != DicomTag.PixelData,
            PhotometricInterpretation = interpretation ?? PhotometricInterpretations.BlackIsZero,
        };
    }

    /// <summary>What only the codestream says would be lost with it.</summary>
    private static void Require(int index, string name, int? declared, int found)
    {
        if (declared is not { } said)
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                FormattableString.Invariant($"Frame {index + 1}: the data set has no {name} that can be read, and the frame has {found}. Set it first."),
                tagPath: "PixelData");
        }

        if (said != found) throw Contradiction(index, name, said, found);
    }

    private static DicomException Contradiction(int index, string name, int declared, int found) => new(
        DicomErrorReason.InvalidPixelData,
        FormattableString.Invariant($"Frame {index + 1}: the data set says that {name} is {declared}, but the frame has {found}. Correct the data set first."),
        tagPath: "PixelData");
}
