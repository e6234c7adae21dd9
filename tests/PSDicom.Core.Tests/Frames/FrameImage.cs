namespace PSDicom.Core.Tests.Frames;

/// <summary>Small images for tests of frames.</summary>
internal static class FrameImage
{
    public const uint PixelData = 0x7FE0_0010;
    public const string EncapsulatedUncompressed = "1.2.840.10008.1.2.1.98";
    public const string DeflatedFrames = "1.2.840.10008.1.2.8.1";
    public const string Rle = "1.2.840.10008.1.2.5";

    /// <summary>The pixel description of every image.</summary>
    public static DatasetBuilder Describe(
        this DatasetBuilder dataset,
        int rows,
        int columns,
        int allocated,
        int? stored = null,
        int samples = 1,
        string photometric = "MONOCHROME2",
        bool isSigned = false,
        int? frames = null,
        bool isPlanar = false,
        int? highBit = null)
    {
        dataset.With(0x0028_0002, "US", samples).With(0x0028_0004, "CS", photometric);
        if (samples > 1) dataset.With(0x0028_0006, "US", isPlanar ? 1 : 0);
        if (frames is { } number) dataset.With(0x0028_0008, "IS", number);
        return dataset
            .With(0x0028_0010, "US", rows)
            .With(0x0028_0011, "US", columns)
            .With(0x0028_0100, "US", allocated)
            .With(0x0028_0101, "US", stored ?? allocated)
            .With(0x0028_0102, "US", highBit ?? (stored ?? allocated) - 1)
            .With(0x0028_0103, "US", isSigned ? 1 : 0);
    }

    /// <summary>An RLE frame of 8-bit samples, in literal runs (PS3.5 section G.3.1).</summary>
    public static byte[] EncodeRle(params byte[] samples)
    {
        byte[] segment = [(byte)(samples.Length - 1), .. samples];
        byte[] frame = [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], .. segment];
        return frame.Length % 2 == 0 ? frame : [.. frame, 0];
    }
}
