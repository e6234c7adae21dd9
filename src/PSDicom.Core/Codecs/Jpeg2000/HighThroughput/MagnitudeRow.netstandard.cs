#pragma warning disable IDE0060 // used by the vector version
namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Without vectors, no quad is processed.</summary>
internal static unsafe partial class MagnitudeRow
{
    private static int ReadVector(
        ref MagnitudeBits bits, uint* quads, int count, int largest, uint* lower, uint* samples, int stride, int plane) => 0;
}
