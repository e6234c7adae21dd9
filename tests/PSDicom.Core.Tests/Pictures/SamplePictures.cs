using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures;

/// <summary>Pictures to write: smooth with some noise, and deterministic.</summary>
internal static class SamplePictures
{
    public static Picture Of<T>(int width, int height, int samplesPerPixel, Func<int, int, int, T> sample) =>
        new(Enumerable.Range(0, width * height * samplesPerPixel)
            .Select(i => sample(i / samplesPerPixel % width, i / samplesPerPixel / width, i % samplesPerPixel)).ToArray())
        {
            Width = width,
            Height = height,
            SamplesPerPixel = samplesPerPixel,
        };

    public static Picture Grey8(int width, int height, int seed = 1) => Of(width, height, 1, Bytes(seed));

    public static Picture Rgb8(int width, int height, int seed = 1) => Of(width, height, 3, Bytes(seed));

    public static Picture Grey16(int width, int height, int seed = 1) => Of(width, height, 1, Words(seed));

    public static Picture Rgb16(int width, int height, int seed = 1) => Of(width, height, 3, Words(seed));

    /// <summary>Real numbers of many magnitudes and both signs, with some NaN.</summary>
    public static Picture Reals(int width, int height, int samplesPerPixel = 1, int seed = 1)
    {
        var random = new Random(seed);
        float[] special = [0, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue];
        return Of(width, height, samplesPerPixel, (x, y, s) =>
            random.Next(20) == 0 ? special[random.Next(special.Length)] : (float)((x - y + s + random.NextDouble()) * Math.Pow(10, random.Next(-6, 7))));
    }

    public static Picture Bilevel(int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        Picture picture = Of(width, height, 1, (x, y, _) => (byte)((x / 3 + y / 2 + random.Next(8) / 7) % 2 * 255));
        return new Picture(picture.Pixels) { Width = width, Height = height, SamplesPerPixel = 1, IsBilevel = true };
    }

    public static Picture WithPixelSize(this Picture picture, double width, double height) => new(picture.Pixels)
    {
        Width = picture.Width,
        Height = picture.Height,
        SamplesPerPixel = picture.SamplesPerPixel,
        IsBilevel = picture.IsBilevel,
        PixelWidth = width,
        PixelHeight = height,
    };

    private static Func<int, int, int, byte> Bytes(int seed)
    {
        var random = new Random(seed);
        return (x, y, s) => (byte)(3 * x + 2 * y + 50 * s + random.Next(4));
    }

    private static Func<int, int, int, ushort> Words(int seed)
    {
        var random = new Random(seed);
        return (x, y, s) => (ushort)(300 * x + 200 * y + 9000 * s + random.Next(400));
    }
}
