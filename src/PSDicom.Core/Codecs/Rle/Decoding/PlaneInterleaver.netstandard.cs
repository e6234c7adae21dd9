#pragma warning disable IDE0060 // used by the vector version
namespace PSDicom.Codecs.Rle.Decoding;

/// <summary>Without vectors, no pixel is interleaved.</summary>
internal static unsafe partial class PlaneInterleaver
{
    private static int InterleavePairs(byte* first, byte* second, byte* target, int count) => 0;
}
