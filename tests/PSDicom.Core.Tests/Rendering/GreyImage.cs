using PSDicom.Core.Tests.Frames;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Grey images of one row, and their display attributes.</summary>
internal static class GreyImage
{
    private const uint SharedGroups = 0x5200_9229;
    private const uint PerFrameGroups = 0x5200_9230;

    /// <summary>An image of bytes.</summary>
    public static DatasetBuilder Of(params byte[] samples) => new DatasetBuilder().Describe(1, samples.Length, 8).WithSamples(samples);

    /// <summary>An image of words, without its pixel data, which is added last.</summary>
    public static DatasetBuilder Words(int columns, int stored = 16, bool isSigned = false, string photometric = "MONOCHROME2", int? frames = null) =>
        new DatasetBuilder().Describe(1, columns, 16, stored, isSigned: isSigned, photometric: photometric, frames: frames);

    public static DatasetBuilder WithSamples(this DatasetBuilder dataset, params byte[] samples) =>
        dataset.WithValue(FrameImage.PixelData, "OB", samples);

    public static DatasetBuilder WithWords(this DatasetBuilder dataset, params int[] samples) =>
        dataset.WithValue(FrameImage.PixelData, "OW", [.. samples.SelectMany(sample => BitConverter.GetBytes((short)sample))]);

    public static DatasetBuilder WithWindow(this DatasetBuilder dataset, string center, string width, string? explanation = null, string? function = null)
    {
        dataset.With(0x0028_1050, "DS", center).With(0x0028_1051, "DS", width);
        if (explanation is not null) dataset.With(0x0028_1055, "LO", explanation);
        if (function is not null) dataset.With(0x0028_1056, "CS", function);
        return dataset;
    }

    public static DatasetBuilder WithRescale(this DatasetBuilder dataset, string intercept, string slope) =>
        dataset.With(0x0028_1052, "DS", intercept).With(0x0028_1053, "DS", slope);

    /// <summary>An item of the VOI or modality LUT Sequence.</summary>
    public static DatasetBuilder Lut(int first, int bits, string? explanation, string descriptorVR, params double[] entries)
    {
        var item = new DatasetBuilder().With(0x0028_3002, descriptorVR, entries.Length, first, bits);
        if (explanation is not null) item.With(0x0028_3003, "LO", explanation);
        return item.With(0x0028_3006, "US", entries);
    }

    /// <summary>Functional groups: of all frames, then of each.</summary>
    public static DatasetBuilder WithGroups(this DatasetBuilder dataset, DatasetBuilder shared, params DatasetBuilder[] perFrame)
    {
        dataset.WithSequence(SharedGroups, shared);
        return perFrame.Length == 0 ? dataset : dataset.WithSequence(PerFrameGroups, perFrame);
    }

    /// <summary>A frame's group with a window.</summary>
    public static DatasetBuilder WindowGroup(string center, string width) =>
        new DatasetBuilder().WithSequence(0x0028_9132, new DatasetBuilder().WithWindow(center, width));
}
