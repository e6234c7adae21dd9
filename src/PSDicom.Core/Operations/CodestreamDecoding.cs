using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Operations;

/// <summary>Decodes frames that are compressed.</summary>
internal abstract class CodestreamDecoding(ImagePixels image) : FrameDecoding(image)
{
    /// <summary>Samples of a frame from which on parts of it are worth a thread.</summary>
    private const int ManySamples = 1 << 16;

    /// <summary>Decodes the bytes of one frame.</summary>
    private protected DecodedFrame Decode(int index, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        IFrameDecoder decoder = DecoderRegistry.Find(Image.File.TransferSyntax, frame.Span);
        try
        {
            CodestreamInfo? info = decoder.Inspect(frame.Span);
            return info is null ? DecodePacked(index, decoder, frame) : Decode(index, decoder, info, frame, threads);
        }
        catch (DicomException exception) when (exception.Reason is DicomErrorReason.InvalidCodestream or DicomErrorReason.TooMuchWork)
        {
            // A decoder counts bytes from the frame's beginning, which may be in several fragments.
            string place = exception.Offset is { } offset ? Invariant($", at byte {offset} of the frame") : string.Empty;
            throw new DicomException(
                exception.Reason,
                Invariant($"Frame {index + 1} cannot be decoded{place}: {exception.Detail}"),
                tagPath: "PixelData",
                innerException: exception);
        }
    }

    /// <summary>The compression knows bytes only (RLE): all else is as the data set says.</summary>
    private DecodedFrame DecodePacked(int index, IFrameDecoder decoder, ReadOnlyMemory<byte> frame)
    {
        NativeLayout layout = UncompressedLayout();
        var warnings = new List<string>();
        NativeCells cells = CellsOf(Format, layout, Image.Element!.Tag);
        FrameSize.Check(new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, cells.SampleSize), frame.Length);
        Array samples = cells.CreateArray();
        if (layout.SampleBits is 8 or 16 or 32 or 64)
        {
            var shape = new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, layout.SampleBits / 8);
            decoder.Decode(frame, shape, new SampleMemory(samples).Memory, warnings);
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

        return Native(index, samples, layout, ToWarnings(index, warnings));
    }

    private DecodedFrame Decode(int index, IFrameDecoder decoder, CodestreamInfo info, ReadOnlyMemory<byte> frame, FrameThreads threads)
    {
        var warnings = new List<string>();
        WarnOfSize(info, warnings);
        int bits = Math.Max(info.BitsPerSample, Format.BitsStored ?? 1);
        int allocated = Math.Max(info.BitsPerSample, Format.BitsAllocated is { } said and <= 32 ? said : info.BitsPerSample);
        SampleType type = SampleArray.TypeOf(allocated, Format.IsSigned);
        int rows = info.Rows > 0 ? info.Rows : Format.Rows ?? throw WithoutSizes();
        var shape = new FrameShape(rows, info.Columns, info.SamplesPerPixel, SampleArray.SizeOf(type));
        FrameSize.Check(shape, frame.Length);
        Array samples = SampleArray.Create(type, (int)(shape.Length / shape.BytesPerSample));
        decoder.Decode(frame, shape, new SampleMemory(samples).Memory, warnings, samples.Length >= ManySamples ? threads : null);
        return new DecodedFrame
        {
            Image = Image,
            Index = index,
            Cells = samples,
            Rows = rows,
            Columns = info.Columns,
            SamplesPerPixel = info.SamplesPerPixel,
            BitsAllocated = allocated,
            BitsStored = Math.Min(bits, shape.BytesPerSample * 8),
            PhotometricInterpretation = PhotometricInterpretations.Decoded(Format.PhotometricInterpretation, info.SamplesPerPixel, info.IsYbr),
            Warnings = ToWarnings(index, warnings),
        };
    }

    /// <summary>How the cells of a frame lie of which only the bytes are compressed: unpacked, but for single bits.</summary>
    private NativeLayout UncompressedLayout()
    {
        IReadOnlyList<NativeLayout> layouts = NativeLayout.Of(Format, Image.Element!.Tag);
        if (layouts.Count == 0) throw WithoutSizes();
        return layouts.First(layout => layout.Sharing == ColourSharing.None && (layout.SampleBits % 8 == 0 || layout.SampleBits == 1));
    }

    private static List<DicomWarning> ToWarnings(int index, List<string> warnings) =>
        warnings.ConvertAll(warning => new DicomWarning(Invariant($"Frame {index + 1}: {warning}"), tagPath: "PixelData"));

    /// <summary>What the codestream says of itself is right where the data set says otherwise.</summary>
    private void WarnOfSize(CodestreamInfo info, List<string> warnings)
    {
        if ((Format.Rows is { } rows && info.Rows > 0 && rows != info.Rows) || (Format.Columns is { } columns && columns != info.Columns))
        {
            warnings.Add(Invariant(
                $"The data set says {Format.Rows} x {Format.Columns} pixels, the compressed image has {info.Rows} x {info.Columns}."));
        }

        if (Format.SamplesPerPixel is { } samples && samples != info.SamplesPerPixel)
            warnings.Add(Invariant($"The data set says {samples} samples a pixel, the compressed image has {info.SamplesPerPixel}."));
        if (Format.BitsStored is { } bits && bits < info.BitsPerSample)
            warnings.Add(Invariant($"The data set says {bits} bits, the compressed image has {info.BitsPerSample}."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
