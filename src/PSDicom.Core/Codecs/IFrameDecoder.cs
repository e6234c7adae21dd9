using System;
using System.Collections.Generic;
using PSDicom.Threading;

namespace PSDicom.Codecs;

/// <summary>
/// Decodes frames of one compression. A decoder is stateless and thread-safe. Colours keep the stored colour space, with YCbCr at full
/// resolution; only transforms of the codestream itself (those of JPEG 2000) are reversed.
/// </summary>
internal interface IFrameDecoder
{
    /// <summary>
    /// Whether decoded bytes are those of a native frame, with its layout (PS3.5 section 8.1); otherwise they are samples, in the layout of
    /// <see cref="FrameShape"/>.
    /// </summary>
    bool KeepsNativeLayout { get; }

    /// <summary>Decodes a frame into the caller's memory.</summary>
    /// <param name="frame">The compressed frame, of all its fragments.</param>
    /// <param name="shape">
    /// The decoded frame. For an <see cref="ICodestreamDecoder"/>, its rows, columns and samples are those of the header.
    /// </param>
    /// <param name="destination">
    /// The memory of the decoded frame: <see cref="FrameShape.Length"/> bytes. Signed samples are sign-extended.
    /// </param>
    /// <param name="warnings">Receives a sentence for each problem that did not prevent decoding. Lost samples are 0.</param>
    /// <param name="threads">The threads to use, which do not change the result; null for one thread.</param>
    /// <exception cref="DicomException">Nothing of the frame can be decoded (<see cref="DicomErrorReason.InvalidCodestream"/>).</exception>
    void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null);
}
