using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Jpeg;

/// <summary>Pictures to write: soft ones as of a scanner, and what is hardest to code.</summary>
internal static class TestPictures
{
    /// <summary>Slow waves with a little noise.</summary>
    public static Picture Soft(int width, int height, int samplesPerPixel = 1, int noise = 6)
    {
        var random = new Random(width + (1000 * height));
        return Make(width, height, samplesPerPixel, (x, y, sample) =>
            128 + (90 * Math.Sin((x / 19.0) + sample) * Math.Cos(y / (23.0 + sample))) + random.Next(-noise, noise + 1));
    }

    /// <summary>Every sample by chance.</summary>
    public static Picture Noise(int width, int height, int samplesPerPixel = 1)
    {
        var random = new Random(7);
        return Make(width, height, samplesPerPixel, (_, _, _) => random.Next(256));
    }

    /// <summary>Black and white, pixel by pixel.</summary>
    public static Picture Checkerboard(int width, int height, int samplesPerPixel = 1) =>
        Make(width, height, samplesPerPixel, (x, y, _) => (x + y) % 2 * 255);

    /// <summary>Areas of the strongest colours with sharp edges.</summary>
    public static Picture Saturated(int width, int height) =>
        Make(width, height, 3, (x, y, sample) => (((x / 5) + (y / 7)) >> sample) % 2 * 255);

    public static Picture Flat(int width, int height, params byte[] pixel) =>
        Make(width, height, pixel.Length, (_, _, sample) => pixel[sample]);

    public static Picture Make(int width, int height, int samplesPerPixel, Func<int, int, int, double> sample)
    {
        var pixels = new byte[width * height * samplesPerPixel];
        for (int i = 0; i < pixels.Length; i++)
        {
            int pixel = i / samplesPerPixel;
            pixels[i] = (byte)Math.Clamp(sample(pixel % width, pixel / width, i % samplesPerPixel), 0, 255);
        }

        return new Picture(pixels) { Width = width, Height = height, SamplesPerPixel = samplesPerPixel };
    }
}
