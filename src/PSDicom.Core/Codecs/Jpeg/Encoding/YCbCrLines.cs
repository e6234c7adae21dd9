using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>The conversion of lines of samples before the transform.</summary>
internal static unsafe partial class YCbCrLines
{
    // The equations of JFIF (ITU-T T.871 section 7) with 15 fraction bits, which fit into signed 16 bits. The factors of chrominance
    // add up to 0.
    private const int FractionBits = 15;
    private const short YOfRed = 9798;
    private const short YOfGreen = 19235;
    private const short YOfBlue = 3735;
    private const short CbOfRed = -5529;
    private const short CbOfGreen = -10855;
    private const short CrOfGreen = -13720;
    private const short CrOfBlue = -2664;
    private const short Half = 1 << (FractionBits - 1);

    /// <summary>Rounding that keeps chrominance below 256.</summary>
    private const short AlmostHalf = Half - 1;

    private const int Middle = 128;

    /// <summary>Converts RGB to YCbCr.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ConvertToYCbCr(byte* rgb, byte* luminance, byte* blueDifference, byte* redDifference, int count)
    {
        for (int x = ConvertVector(rgb, luminance, blueDifference, redDifference, count); x < count; x++)
        {
            byte* pixel = rgb + (3L * x);
            int red = pixel[0], green = pixel[1], blue = pixel[2];
            luminance[x] = (byte)(((YOfRed * red) + (YOfGreen * green) + (YOfBlue * blue) + Half) >> FractionBits);
            blueDifference[x] =
                (byte)((((CbOfRed * red) + (CbOfGreen * green) + (Half * blue) + AlmostHalf) >> FractionBits) + Middle);
            redDifference[x] =
                (byte)((((Half * red) + (CrOfGreen * green) + (CrOfBlue * blue) + AlmostHalf) >> FractionBits) + Middle);
        }
    }

    /// <summary>Separates pixels that are YCbCr already.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Split(byte* pixels, byte* luminance, byte* blueDifference, byte* redDifference, int count)
    {
        for (int x = 0; x < count; x++, pixels += 3)
        {
            luminance[x] = pixels[0];
            blueDifference[x] = pixels[1];
            redDifference[x] = pixels[2];
        }
    }

    /// <summary>Computes the means of 2 x 2 samples.</summary>
    /// <param name="upper">A line.</param>
    /// <param name="lower">The line below.</param>
    /// <param name="target">The resulting means.</param>
    /// <param name="count">The number of means.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Halve(byte* upper, byte* lower, byte* target, int count)
    {
        for (int x = HalveVector(upper, lower, target, count); x < count; x++)
            target[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
    }
}
