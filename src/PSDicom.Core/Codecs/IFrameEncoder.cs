using System;
using PSDicom.Threading;

namespace PSDicom.Codecs;

/// <summary>
/// Encodes frames for one transfer syntax. An encoder is stateless and thread-safe, and its output depends neither on the number of threads
/// nor on earlier frames.
/// </summary>
internal interface IFrameEncoder
{
    /// <summary>
    /// Whether it encodes the bytes of a native frame, with its layout (PS3.5 section 8.1); otherwise it encodes samples in the layout of
    /// <see cref="FrameShape"/>.
    /// </summary>
    bool KeepsNativeLayout { get; }

    /// <summary>Determines what the data set has to say of frames that are encoded with these options.</summary>
    /// <exception cref="DicomException">
    /// The transfer syntax does not allow the format (<see cref="DicomErrorReason.PixelFormatNotAllowed"/>).
    /// </exception>
    EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options);

    /// <summary>Encodes a frame.</summary>
    /// <param name="samples">The frame, of <see cref="FrameFormat.Shape"/>.</param>
    /// <param name="format">The format of the frame.</param>
    /// <param name="options">The options, the same for all frames of a file.</param>
    /// <param name="target">
    /// Receives the frame, after what it already has. The caller adds the byte that makes the length of a fragment even.
    /// </param>
    /// <param name="threads">The threads to use, which do not change the result; null for one thread.</param>
    /// <exception cref="DicomException">As for <see cref="Describe"/>; or the encoded frame is too large for an array.</exception>
    void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null);
}
