using System;
using System.Buffers;
using System.Collections.Generic;
using PSDicom.Codecs;
using PSDicom.Threading;

namespace PSDicom.Frames.Transcoding;

/// <summary>Decodes encoded frames again, and compares them with the samples that they were made from.</summary>
/// <param name="target">The transfer syntax of the encoded frames.</param>
internal sealed class FrameVerification(DicomTransferSyntax target)
{
    /// <summary>Compares a frame that was encoded without loss.</summary>
    /// <param name="index">The frame, from 0.</param>
    /// <param name="encoded">The encoded frame.</param>
    /// <param name="samples">Its samples.</param>
    /// <param name="format">Its format.</param>
    /// <param name="keepsCells">Whether the bits above those stored are kept too.</param>
    /// <param name="threads">The threads to use.</param>
    /// <exception cref="DicomException">It is not the same (<see cref="DicomErrorReason.RewriteFailed"/>).</exception>
    public void Check(int index, ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> samples, FrameFormat format, bool keepsCells, FrameThreads threads)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(samples.Length);
        try
        {
            Memory<byte> decoded = buffer.AsMemory(0, samples.Length);
            var problems = new List<string>();
            CodecRegistry.Find(target, encoded.Span).Decode(encoded, format.Shape, decoded, problems, threads);
            int bits = keepsCells ? format.Shape.BytesPerSample * 8 : format.BitsStored;
            if (problems.Count == 0 && StoredRange.AreSame(samples.Span, decoded.Span, format.Shape.BytesPerSample, bits)) return;
            throw Differs(index, null);
        }
        catch (DicomException exception) when (exception.Reason is DicomErrorReason.InvalidCodestream or DicomErrorReason.TooMuchWork or DicomErrorReason.FrameTooLarge)
        {
            throw Differs(index, exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private DicomException Differs(int index, Exception? cause) => new(
        DicomErrorReason.RewriteFailed,
        $"Frame {index + 1} encoded as {target.Name} does not decode to the same samples. The file is left as it is; please report this.",
        tagPath: "PixelData",
        innerException: cause);
}
