using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg.Decoding;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg;

/// <summary>
/// Decodes JPEG with Huffman coding (ITU-T T.81, ISO/IEC 10918-1): baseline, extended sequential and progressive DCT, and lossless.
/// </summary>
internal sealed class JpegDecoder : ICodestreamDecoder
{
    /// <summary>The only warning of a frame whose samples are sound.</summary>
    public const string EndIsMissing = "The JPEG codestream does not end with EOI, but has all of its samples.";

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public CodestreamInfo Inspect(ReadOnlySpan<byte> frame)
    {
        var reader = new JpegMarkerReader(frame);
        var codestream = new JpegCodestream();
        codestream.ReadToScan(ref reader);
        if (codestream.Frame is null) throw CodestreamError.Jpeg("the frame header is missing.", reader.Position);
        return codestream.Info;
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        shape.RequireLength(destination);
        using var decoder = new JpegFrameDecoder(frame, shape, destination, warnings, threads ?? FrameThreads.One);
        decoder.Decode();
    }
}
