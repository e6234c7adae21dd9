using System;
using System.Collections.Generic;
using PSDicom.Threading;

namespace PSDicom.Codecs;

/// <summary>
/// Decodes frames of one kind of compression. A decoder has no state: any number of threads may use the one instance.
/// Colour comes out as it is stored, YCbCr brought to full resolution; only transforms that belong to the codestream itself
/// (those of JPEG 2000) are undone.
/// </summary>
internal interface IFrameDecoder
{
    /// <summary>Reads what the frame says of itself; null for a compression that says nothing (RLE).</summary>
    /// <exception cref="DicomException">The frame has no readable header (<see cref="DicomErrorReason.InvalidCodestream"/>).</exception>
    CodestreamInfo? Inspect(ReadOnlySpan<byte> frame);

    /// <summary>Decodes a frame into the caller's memory.</summary>
    /// <param name="frame">The compressed frame, of all its fragments.</param>
    /// <param name="shape">What to make of it; rows, columns and samples are those of <see cref="Inspect"/>, if that tells them.</param>
    /// <param name="destination">As many bytes as <see cref="FrameShape.Length"/>. Signed samples are sign-extended to their bytes.</param>
    /// <param name="warnings">Takes a sentence for each thing that is wrong but was decoded all the same; what is lost is 0.</param>
    /// <param name="threads">The threads to do it on, which change nothing but the time it takes; null for one.</param>
    /// <exception cref="DicomException">Nothing of the frame can be decoded (<see cref="DicomErrorReason.InvalidCodestream"/>).</exception>
    void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null);
}
