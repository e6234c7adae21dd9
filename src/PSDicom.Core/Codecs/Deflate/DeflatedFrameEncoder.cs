using System;
using System.IO.Compression;
using System.Runtime.InteropServices;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Encodes Deflated Image Frame Compression (PS3.5 sections 8.2.16, A.4.13): the bytes of a native frame, deflated. Its format may be any that
/// Pixel Data have. The framework's compression finds longer repeats than <see cref="DeflateEncoder"/>: segmentations, for which this transfer
/// syntax was made, become a third smaller.
/// </summary>
internal sealed class DeflatedFrameEncoder : IFrameEncoder
{
    private const string Name = "Deflated Image Frame Compression";

    /// <summary>Bytes that are compressed between two checks for cancellation.</summary>
    private const int Part = 1 << 20;

    /// <inheritdoc/>
    public bool KeepsNativeLayout => true;

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        if (format.IsFloat) throw EncodingError.NotAllowed(Name, "allows integers only, and the pixel data are floating-point numbers.");
        // Frames of it are decoded to full resolution, which the standard has no name for.
        if (format.PhotometricInterpretation == PhotometricInterpretations.YbrPartial)
            throw EncodingError.NotAllowed(Name, $"is not written for the Photometric Interpretation {PhotometricInterpretations.YbrPartial} or one like it.");
        return new EncodedFormat { PhotometricInterpretation = format.PhotometricInterpretation };
    }

    /// <inheritdoc/>
    public void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(samples, out ArraySegment<byte> array) ? array : new ArraySegment<byte>(samples.ToArray());
        using var stream = new EncodedBytesStream(target);
        using var deflate = new DeflateStream(stream, CompressionLevel.Optimal);
        for (int done = 0; done < bytes.Count; done += Part)
        {
            threads?.Cancellation.ThrowIfCancellationRequested();
            deflate.Write(bytes.Array!, bytes.Offset + done, Math.Min(Part, bytes.Count - done));
        }
    }
}
