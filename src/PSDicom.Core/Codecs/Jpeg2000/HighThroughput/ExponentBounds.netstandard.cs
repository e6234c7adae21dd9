#pragma warning disable IDE0060 // used by the vector version
namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Without vectors, no quad is processed.</summary>
internal static unsafe partial class ExponentBounds
{
    private static int PredictVector(uint* quads, int count, uint* lower, out int done)
    {
        done = 0;
        return 0;
    }
}
