#pragma warning disable IDE0060 // the vector versions take them
namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Here no sample is done by vectors.</summary>
internal static unsafe partial class SampleLines
{
    private static int ConvertVector(byte* rgb, byte* luminance, byte* blueDifference, byte* redDifference, int count) => 0;

    private static int HalveVector(byte* upper, byte* lower, byte* target, int count) => 0;
}
