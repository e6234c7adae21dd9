#pragma warning disable IDE0060 // the vector version takes them
namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Here no quad is done by vectors.</summary>
internal static unsafe partial class ExponentBounds
{
    private static int PredictVector(uint* quads, int count, uint* lower, out int done)
    {
        done = 0;
        return 0;
    }
}
