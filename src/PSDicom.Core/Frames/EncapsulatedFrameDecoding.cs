using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Codecs;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Decodes frames in fragments: compressed, deflated or uncompressed (PS3.5 sections A.4 and A.4.11).</summary>
internal sealed class EncapsulatedFrameDecoding(ImagePixels image, EncapsulatedPixels pixels) : CodestreamDecoding(image)
{
    /// <summary>Enough for the headers of a compressed frame, unless they hold a color profile or the like.</summary>
    private const int HeaderBytes = 4 * 1024;

    private readonly FrameIndex _index = new(pixels, image.Tally.Count);

    public override DecodedFrame Decode(int index, FrameThreads threads)
    {
        // The error for video comes before its fragments are read, which are not frames.
        bool isVideo = CodecRegistry.IsVideo(Image.File.TransferSyntax);
        IReadOnlyList<DicomFragment> fragments = isVideo ? [] : _index.Find(index);
        long total = 0;
        foreach (DicomFragment fragment in fragments) total += fragment.Length;
        if (total == 0 && !isVideo)
            throw new DicomException(DicomErrorReason.InvalidPixelData, $"Frame {index + 1} is empty: the file has no data for it.", tagPath: "PixelData");
        if (total > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, $"Frame {index + 1} has {total} bytes, more than an array can hold.", tagPath: "PixelData");
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)total);
        try
        {
            int length = 0;
            foreach (DicomFragment fragment in fragments)
            {
                pixels.Read(fragment.Offset, buffer.AsSpan(length, (int)fragment.Length));
                length += (int)fragment.Length;
            }

            return Decode(index, buffer.AsMemory(0, length), fragments, threads);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override FrameHeader? Inspect(int index)
    {
        if (CodecRegistry.IsVideo(Image.File.TransferSyntax)) return null;
        IReadOnlyList<DicomFragment> fragments = _index.Find(index);
        long total = fragments.Sum(fragment => fragment.Length);
        if (total == 0) return null;
        try
        {
            return Inspect(ReadStart(fragments, (int)Math.Min(total, HeaderBytes)), fragments[0].Offset);
        }
        catch (DicomException exception) when (exception.Reason == DicomErrorReason.InvalidCodestream && total > HeaderBytes)
        {
            return Inspect(ReadStart(fragments, (int)Math.Min(total, DicomLimits.MinimumDecoded)), fragments[0].Offset);
        }
    }

    private FrameHeader? Inspect(byte[] start, long offset)
    {
        if (CodecRegistry.Find(Image.File.TransferSyntax, start) is not ICodestreamDecoder decoder || !HasImageStart(start)) return null;
        return new FrameHeader(decoder.Inspect(start), CodecRegistry.NameOf(decoder), offset);
    }

    /// <summary>The first bytes of a frame.</summary>
    private byte[] ReadStart(IReadOnlyList<DicomFragment> fragments, int count)
    {
        var bytes = new byte[count];
        int length = 0;
        foreach (DicomFragment fragment in fragments)
        {
            int part = (int)Math.Min(fragment.Length, count - length);
            pixels.Read(fragment.Offset, bytes.AsSpan(length, part));
            length += part;
        }

        return bytes;
    }

    private DecodedFrame Decode(int index, ReadOnlyMemory<byte> frame, IReadOnlyList<DicomFragment> fragments, FrameThreads threads)
    {
        if (Image.Declared.Number > Count && CodestreamEnd.HasSecondImage(frame.Span))
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                "A fragment contains several frames, which the standard does not allow; their boundaries are uncertain.",
                offset: fragments[0].Offset,
                tagPath: "PixelData");
        }

        DicomTransferSyntax syntax = Image.File.TransferSyntax;
        return (syntax.UID == DicomTransferSyntax.EncapsulatedUncompressedExplicitVRLittleEndianUID || IsLeftUncompressed(syntax, frame)) && !HasImageStart(frame.Span)
            ? Unpack(index, frame, threads.Cancellation)
            : Decode(index, frame, threads);
    }

    /// <summary>Whether a frame that should be compressed has exactly the bytes of an uncompressed one. RLE and deflated frames cannot be distinguished.</summary>
    private bool IsLeftUncompressed(DicomTransferSyntax syntax, ReadOnlyMemory<byte> frame) =>
        syntax.UID is not (DicomTransferSyntax.RLELosslessUID or DicomTransferSyntax.DeflatedImageFrameCompressionUID) &&
        NativeLayout.Choose(Format, Image.Element!.Tag, 1, frame.Length) is { } layout && layout.Fits(1, frame.Length);

    private static bool HasImageStart(ReadOnlySpan<byte> frame) =>
        CodestreamStart.Find(frame.Slice(0, Math.Min(frame.Length, CodestreamStart.Length))) is not (CodestreamKind.Unknown or CodestreamKind.Rle);

    private DecodedFrame Unpack(int index, ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        NativeLayout layout = NativeLayout.Choose(Format, Image.Element!.Tag, 1, frame.Length) ?? throw WithoutSizes();
        var warnings = new List<DicomWarning>();
        NativeCells cells = CellsOf(Format, layout, Image.Element.Tag);
        FrameSize.Check(new FrameShape(Format.Rows!.Value, Format.Columns!.Value, layout.SamplesPerPixel, cells.SampleSize), frame.Length);
        using var memory = new HeldMemory(FrameMemory.OfSamples(cells.Length, frame.Length, cancellation));
        ReadOnlySpan<byte> bytes = frame.Span;
        if (bytes.Length < cells.PackedLength)
        {
            warnings.Add(new DicomWarning(
                DicomWarningKind.PixelDataShort,
                $"Frame {index + 1} has {bytes.Length} of {cells.PackedLength} bytes; the missing samples were set to 0.", tagPath: "PixelData"));
        }

        Array samples = cells.CreateArray();
        cells.Unpack(bytes, 0, samples);
        return Native(index, samples, layout, warnings, memory.Keep());
    }
}
