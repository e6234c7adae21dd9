using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;

namespace PSDicom.Frames.Transcoding;

/// <summary>Determines whether codestreams are legal in another transfer syntax as they are.</summary>
internal static class CodestreamReuse
{
    /// <summary>Whether all frames of a file are legal in a lossless transfer syntax.</summary>
    /// <param name="image">The pixel data.</param>
    /// <param name="target">The transfer syntax.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="interpretation">Photometric Interpretation as these codestreams demand it; null if that of the data set stays.</param>
    public static bool IsPossible(ImagePixels image, DicomTransferSyntax target, CancellationToken cancellation, out string? interpretation)
    {
        interpretation = null;
        Func<ReadOnlyMemory<byte>, bool>? isLegal = (image.File.TransferSyntax.UID, target.UID) switch
        {
            (DicomTransferSyntax.JPEGLosslessUID, DicomTransferSyntax.JPEGLosslessSV1UID) => frame => JpegLosslessStream.IsFirstOrder(frame.Span),
            (DicomTransferSyntax.JPEGLosslessSV1UID, DicomTransferSyntax.JPEGLosslessUID) => frame => CodecRegistry.Find(target, frame.Span) is JpegDecoder,
            (DicomTransferSyntax.JPEGLSNearLosslessUID, DicomTransferSyntax.JPEGLSLosslessUID) => frame => IsLossless(target, frame),
            (DicomTransferSyntax.JPEG2000UID, DicomTransferSyntax.JPEG2000LosslessUID) when !image.IsDeclaredLossy => frame => IsLossless(target, frame),
            (DicomTransferSyntax.HTJ2KUID, DicomTransferSyntax.HTJ2KLosslessUID) when !image.IsDeclaredLossy => frame => IsLossless(target, frame),
            (DicomTransferSyntax.HTJ2KLosslessRPCLUID, DicomTransferSyntax.HTJ2KLosslessUID) => frame => IsLossless(target, frame),
            _ => null,
        };
        if (isLegal is null || image.Encapsulated is not { } pixels) return false;
        var index = new FrameIndex(pixels, image.Tally.Count);
        for (int frame = 0; frame < image.Tally.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            byte[] bytes = Read(pixels, index.Find(frame));
            if (!HasEnd(bytes) || !isLegal(bytes)) return false;
            string? ofFrame = InterpretationOf(bytes, target, image.Format.PhotometricInterpretation);
            if (frame > 0 && ofFrame != interpretation) return false;
            interpretation = ofFrame;
        }

        return true;
    }

    /// <summary>Whether a codestream says that it is lossless.</summary>
    public static bool IsLossless(DicomTransferSyntax target, ReadOnlyMemory<byte> frame)
    {
        try
        {
            return CodecRegistry.Find(target, frame.Span) is ICodestreamDecoder decoder && decoder.Inspect(frame.Span).IsLossless;
        }
        catch (DicomException)
        {
            return false;
        }
    }

    /// <summary>Whether a codestream of JPEG, JPEG-LS or JPEG 2000 has its end marker, after which there may be padding.</summary>
    private static bool HasEnd(ReadOnlySpan<byte> frame)
    {
        int length = frame.Length;
        while (length > 0 && frame[length - 1] == 0) length--;
        return frame.Slice(0, length).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
    }

    /// <summary>Of JPEG 2000, whether there is a component transform decides (PS3.5 section 8.2.4), which is reversible here.</summary>
    private static string? InterpretationOf(ReadOnlySpan<byte> frame, DicomTransferSyntax target, string? label)
    {
        if (CodecRegistry.Find(target, frame) is not Jpeg2000Decoder decoder || decoder.Inspect(frame) is not { SamplesPerPixel: 3 } info) return null;
        return info.Color.IsTransformUndone ? "YBR_RCT" : CodestreamColor.Find(label, info.SamplesPerPixel, info.Color).Interpretation;
    }

    private static byte[] Read(EncapsulatedPixels pixels, IReadOnlyList<DicomFragment> fragments)
    {
        long total = 0;
        foreach (DicomFragment fragment in fragments) total += fragment.Length;
        var bytes = new byte[total];
        int start = 0;
        foreach (DicomFragment fragment in fragments)
        {
            pixels.Read(fragment.Offset, bytes.AsSpan(start, (int)fragment.Length));
            start += (int)fragment.Length;
        }

        return bytes;
    }
}
