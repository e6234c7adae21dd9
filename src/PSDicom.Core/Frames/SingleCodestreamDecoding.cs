using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Decodes a compressed frame that is the whole value instead of in fragments.</summary>
internal sealed class SingleCodestreamDecoding(ImagePixels image, DicomElement element) : CodestreamDecoding(image)
{
    public override DecodedFrame Decode(int index, FrameThreads threads) => Decode(index, element.ReadBytes(), threads);
}
