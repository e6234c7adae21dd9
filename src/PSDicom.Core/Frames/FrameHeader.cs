using PSDicom.Codecs;

namespace PSDicom.Frames;

/// <summary>The header of a compressed frame.</summary>
/// <param name="Info">What it says.</param>
/// <param name="Codec">The codec that its bytes are for, as in <see cref="DicomTransferSyntax.Codec"/>.</param>
/// <param name="Offset">Its position in the file.</param>
internal sealed record FrameHeader(CodestreamInfo Info, string Codec, long Offset);
