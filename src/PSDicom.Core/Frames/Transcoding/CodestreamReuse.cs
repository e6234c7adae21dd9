using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;

namespace PSDicom.Frames.Transcoding;

/// <summary>Determines whether codestreams are legal in another transfer syntax as they are.</summary>
internal static class CodestreamReuse
{
    /// <summary>Whether all frames of a file are legal in a lossless transfer syntax.</summary>
    /// <param name="image">The pixel data.</param>
    /// <param name="target">The transfer syntax.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static bool IsPossible(ImagePixels image, DicomTransferSyntax target, CancellationToken cancellation)
    {
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
            if (!isLegal(Read(pixels, index.Find(frame)))) return false;
        }

        return true;
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

    private static bool IsLossless(DicomTransferSyntax target, ReadOnlyMemory<byte> frame)
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
}
