#pragma warning disable IDE0060 // the vector version takes them
namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Here no quad is done by vectors.</summary>
internal static unsafe partial class MagnitudeRow
{
    private static int ReadVector(
        ref MagnitudeBits bits, uint* quads, int count, int largest, uint* lower, uint* samples, int stride, int plane) => 0;
}
