#pragma warning disable IDE0060 // used by the vector versions
namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Without vectors, no sample is processed.</summary>
internal static unsafe partial class YCbCrLines
{
    private static int ConvertVector(byte* rgb, byte* luminance, byte* blueDifference, byte* redDifference, int count) => 0;

    private static int HalveVector(byte* upper, byte* lower, byte* target, int count) => 0;
}
