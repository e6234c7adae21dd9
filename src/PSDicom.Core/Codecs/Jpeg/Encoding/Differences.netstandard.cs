namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class Differences
{
#pragma warning disable IDE0060 // used by the vector version
    private static int ComputeVector(int selection, ushort* line, ushort* above, int step, ushort* differences, int count) => step;
#pragma warning restore IDE0060
}
