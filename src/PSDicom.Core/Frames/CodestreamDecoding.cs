using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Rle;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Decodes compressed frames.</summary>
internal abstract class CodestreamDecoding(ImagePixels image) : FrameDecoding(image)
{
    /// <summary>The fewest samples of a frame for which several threads are worthwhile.</summary>
    private const int MinParallelSamples = 1 << 16;

    /// <summary>Decodes the bytes of one frame.</summary>
    private protected DecodedFrame Decode(int index, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        IFrameDecoder decoder = CodecRegistry.Find(Image.File.TransferSyntax, frame.Span);
        try
        {
            return decoder switch
            {
                ICodestreamDecoder codestream => Decode(index, codestream, frame, threads),
                { KeepsNativeLayout: true } => DecodeNative(index, decoder, frame, threads),
                _ => DecodePacked(index, decoder, frame, threads),
            };
        }
        catch (DicomException exception) when (exception.Reason is DicomErrorReason.InvalidCodestream or DicomErrorReason.TooMuchWork)
        {
            // A decoder counts bytes from the start of the frame, which can have several fragments.
            string place = exception.Offset is { } offset ? Invariant($", at byte {offset} of the frame") : string.Empty;
            throw new DicomException(
                exception.Reason,
                Invariant($"Frame {index + 1} cannot be decoded{place}: {exception.Detail}"),
                tagPath: "PixelData",
                innerException: exception);
        }
    }

    /// <summary>Decodes a compression of bytes only (RLE); the pixel format is that of the data set.</summary>
    private DecodedFrame DecodePacked(int index, IFrameDecoder decoder, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        var warnings = new List<string>();
        NativeLayout layout = UncompressedLayout(frame.Span, warnings);
        NativeCells cells = CellsOf(Format, layout, Image.Element!.Tag);
        FrameSize.Check(new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, cells.SampleSize), frame.Length);
        using var memory = new HeldMemory(FrameMemory.OfSamples(cells.Length, frame.Length, threads.Cancellation));
        Array samples = cells.CreateArray();
        if (layout.SampleBits is 8 or 16 or 32 or 64)
        {
            var shape = new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, layout.SampleBits / 8);
            decoder.Decode(frame, shape, new SampleMemory(samples).Memory, warnings, threads.Alone());
        }
        else if (layout.SampleBits > 1)
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                Invariant($"RLE with cells of {layout.SampleBits} bits cannot be decoded."),
                tagPath: "BitsAllocated");
        }
        else
        {
            var packed = new byte[cells.PackedLength];
            decoder.Decode(frame, new FrameShape(1, packed.Length, 1, 1), packed, warnings);
            cells.Unpack(packed, 0, samples);
        }

        return Native(index, samples, layout, ToWarnings(index, warnings), memory.Keep());
    }

    /// <summary>Decodes a frame to the bytes of a native frame (Deflate), and unpacks these.</summary>
    private DecodedFrame DecodeNative(int index, IFrameDecoder decoder, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        var warnings = new List<string>();
        NativeLayout layout = NativeLayout.Choose(Format, Image.Element!.Tag, 1, 0) ?? throw WithoutSizes();
        NativeCells cells = CellsOf(Format, layout, Image.Element.Tag);
        FrameSize.Check(new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, cells.SampleSize), frame.Length);
        using var memory = new HeldMemory(FrameMemory.OfSamples(cells.Length, frame.Length, threads.Cancellation));
        var bytes = new byte[cells.PackedLength];
        decoder.Decode(frame, new FrameShape(1, bytes.Length, 1, 1), bytes, warnings, threads.Alone());
        Array samples = cells.CreateArray();
        cells.Unpack(bytes, 0, samples);
        return Native(index, samples, layout, ToWarnings(index, warnings), memory.Keep());
    }

    private DecodedFrame Decode(int index, ICodestreamDecoder decoder, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        CodestreamInfo info = decoder.Inspect(frame.Span);
        var warnings = new List<string>();
        StreamedBits bits = StreamedBits.Of(Format, info, Image.IsDeclaredLossy);
        IReadOnlyList<DicomWarning> contradictions = CodestreamContradictions.Find(Format, info, Image.IsDeclaredLossy);
        SampleType type = SampleArray.TypeOf(bits.Allocated, Format.IsSigned);
        int rows = info.Rows > 0 ? info.Rows : Format.Rows ?? throw WithoutSizes();
        var shape = new FrameShape(rows, info.Columns, info.SamplesPerPixel, SampleArray.SizeOf(type));
        FrameSize.Check(shape, frame.Length);
        using var memory = new HeldMemory(FrameMemory.OfSamples(shape.Length, frame.Length, threads.Cancellation));
        Array samples = SampleArray.Create(type, (int)(shape.Length / shape.BytesPerSample));
        var problems = new List<string>();
        decoder.Decode(frame, shape, new SampleMemory(samples).Memory, problems, samples.Length >= MinParallelSamples ? threads : threads.Alone());
        warnings.AddRange(problems);
        return new DecodedFrame
        {
            Image = Image,
            Index = index,
            Cells = samples,
            CellBits = bits.Cell,
            Rows = rows,
            Columns = info.Columns,
            SamplesPerPixel = info.SamplesPerPixel,
            BitsAllocated = bits.Allocated,
            BitsStored = bits.Stored,
            Shift = bits.Shift,
            PhotometricInterpretation = CodestreamColor.Find(Format.PhotometricInterpretation, info.SamplesPerPixel, info.Color).Interpretation,
            Warnings = [.. contradictions.Select(warning => OfFrame(index, warning.Kind, warning.Detail)), .. ToWarnings(index, warnings)],
            Damage = problems.Find(problem => problem != JpegDecoder.EndIsMissing),
            Codestream = info,
            Memory = memory.Keep(),
        };
    }

    /// <summary>The layout of the cells of a frame with compressed bytes: unpacked, except for single bits, which some writers do not pack either.</summary>
    private NativeLayout UncompressedLayout(ReadOnlySpan<byte> frame, List<string> warnings)
    {
        List<NativeLayout> layouts = NativeLayout.Of(Format, Image.Element!.Tag)
            .Where(layout => layout.Sharing == ColorSharing.None && (layout.SampleBits % 8 == 0 || layout.SampleBits == 1))
            .ToList();
        if (layouts.Count == 0) throw WithoutSizes();
        NativeLayout packed = layouts[0], unpacked = layouts.Find(layout => layout.SampleBits == 8);
        long bytes = packed.SampleBits == 1 ? unpacked.LengthOf(1) : 0;
        if (bytes <= packed.LengthOf(1) || bytes > int.MaxValue || RleDecoder.Measure(frame, (int)bytes) < bytes) return packed;
        warnings.Add("Each 1-bit pixel takes a byte of the RLE segment instead of a bit; it was read that way.");
        return unpacked;
    }

    private static List<DicomWarning> ToWarnings(int index, List<string> warnings)
    {
        // Each of tens of thousands of tiles may have a warning.
        if (warnings.Count > DicomLimits.MaxWarnings)
        {
            warnings.RemoveRange(DicomLimits.MaxWarnings - 1, warnings.Count - DicomLimits.MaxWarnings + 1);
            warnings.Add("Further problems are not listed.");
        }

        return warnings.ConvertAll(warning => OfFrame(index, warning == JpegDecoder.EndIsMissing ? DicomWarningKind.CodestreamEnd : DicomWarningKind.FrameDamaged, warning));
    }

    private static DicomWarning OfFrame(int index, DicomWarningKind kind, string detail) =>
        new(kind, Invariant($"Frame {index + 1}: {detail}"), tagPath: "PixelData");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
