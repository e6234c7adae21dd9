using System;

namespace PSDicom.Codecs;

/// <summary>Decodes frames that are codestreams: with a header that declares size, samples and colour.</summary>
internal interface ICodestreamDecoder : IFrameDecoder
{
    /// <summary>Reads the header of a frame.</summary>
    /// <exception cref="DicomException">The frame has no readable header (<see cref="DicomErrorReason.InvalidCodestream"/>).</exception>
    CodestreamInfo Inspect(ReadOnlySpan<byte> frame);
}
