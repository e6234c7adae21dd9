using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Colors;

/// <summary>Converts the retired colour spaces of the standard to RGB (PS3.3-2003 section C.7.6.3.1.2).</summary>
internal static class RetiredColors
{
    private delegate (int Red, int Green, int Blue) ToRgb(ReadOnlySpan<int> pixel, int maximum);

    /// <summary>Converts hue, saturation and value, each over the full range.</summary>
    public static Array FromHsv(DicomFrame frame) => Convert(frame, HsvToRgb);

    /// <summary>Converts cyan, magenta, yellow and black; 0 is no ink.</summary>
    public static Array FromCmyk(DicomFrame frame) => Convert(
        frame,
        (pixel, maximum) => (
            Math.Max(0, maximum - pixel[0] - pixel[3]), Math.Max(0, maximum - pixel[1] - pixel[3]), Math.Max(0, maximum - pixel[2] - pixel[3])));

    /// <summary>Extracts RGB behind the first sample, which selected overlay colours and is ignored.</summary>
    public static Array FromArgb(DicomFrame frame) => Convert(frame, (pixel, _) => (pixel[1], pixel[2], pixel[3]));

    private static (int Red, int Green, int Blue) HsvToRgb(ReadOnlySpan<int> pixel, int maximum)
    {
        double sixths = pixel[0] * 6.0 / (maximum + 1), saturation = (double)pixel[1] / maximum;
        int sixth = (int)sixths, value = pixel[2];
        double part = sixths - sixth;
        int low = Rounded(value * (1 - saturation));
        int falling = Rounded(value * (1 - (saturation * part))), rising = Rounded(value * (1 - (saturation * (1 - part))));
        return sixth switch
        {
            0 => (value, rising, low),
            1 => (falling, value, low),
            2 => (low, value, rising),
            3 => (low, falling, value),
            4 => (rising, low, value),
            _ => (value, low, falling),
        };
    }

    private static int Rounded(double value) => (int)(value + 0.5);

    [MethodImpl(Compiled.AtOnce)]
    private static Array Convert(DicomFrame frame, ToRgb toRgb)
    {
        // Colours are unsigned, whatever Pixel Representation says: the patterns match signed samples too.
        int[] samples = frame.GetPixels() switch
        {
            byte[] bytes => Array.ConvertAll(bytes, sample => (int)sample),
            ushort[] words => Array.ConvertAll(words, sample => (int)sample),
            uint[] cells when frame.BitsStored <= 16 => Array.ConvertAll(cells, sample => (int)sample),
            _ => throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                $"{frame.PhotometricInterpretation} samples of type {frame.SampleType} cannot be converted to RGB: at most 16 bits are supported.",
                tagPath: "BitsAllocated"),
        };
        int depth = frame.SamplesPerPixel, maximum = (1 << frame.BitsStored) - 1;
        var rgb = new int[samples.Length / depth * 3];
        for (int source = 0, target = 0; target < rgb.Length; source += depth, target += 3)
            (rgb[target], rgb[target + 1], rgb[target + 2]) = toRgb(samples.AsSpan(source, depth), maximum);
        return frame.GetPixels() is byte[]
            ? Array.ConvertAll(rgb, sample => (byte)sample)
            : Array.ConvertAll(rgb, sample => (ushort)sample);
    }
}
