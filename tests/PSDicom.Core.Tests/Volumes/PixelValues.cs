namespace PSDicom.Core.Tests.Volumes;

/// <summary>Gives slices their pixels.</summary>
internal static class PixelValues
{
    private const uint PixelData = 0x7FE0_0010;

    /// <summary>Pixels of 16 bits that are all the same.</summary>
    public static SliceBuilder Filled(this SliceBuilder slice, int value, int pixels = 16) => slice.WithPixels([.. Enumerable.Repeat(value, pixels)]);

    /// <summary>Pixels of 16 bits.</summary>
    public static SliceBuilder WithPixels(this SliceBuilder slice, params int[] values) =>
        slice.WithBytes(PixelData, "OW", [.. values.SelectMany(value => new[] { (byte)value, (byte)(value >> 8) })]);

    /// <summary>Pixels of 8 bits.</summary>
    public static SliceBuilder WithBytePixels(this SliceBuilder slice, params byte[] values) => slice
        .With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8).With(0x0028_0102, "US", 7).WithBytes(PixelData, "OW", values);

    /// <summary>A rescale slope and intercept.</summary>
    public static SliceBuilder WithSlope(this SliceBuilder slice, string slope, string intercept) =>
        slice.With(0x0028_1052, "DS", intercept).With(0x0028_1053, "DS", slope);

    public static SliceBuilder Signed(this SliceBuilder slice) => slice.With(0x0028_0103, "US", 1);
}
