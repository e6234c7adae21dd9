using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Small pictures for tests.</summary>
internal static class SampleImages
{
    public static Picture Grey(int width, int height, params byte[] samples) => new(samples) { Width = width, Height = height, SamplesPerPixel = 1 };

    public static Picture Grey16(int width, int height, params ushort[] samples) => new(samples) { Width = width, Height = height, SamplesPerPixel = 1 };

    public static Picture Rgb(int width, int height, params byte[] samples) => new(samples) { Width = width, Height = height, SamplesPerPixel = 3 };

    public static Picture Bilevel(int width, int height, params byte[] samples) =>
        new(samples) { Width = width, Height = height, SamplesPerPixel = 1, IsBilevel = true };
}
