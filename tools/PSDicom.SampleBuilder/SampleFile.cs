using PSDicom.Core.Tests;

namespace PSDicom.SampleBuilder;

/// <summary>The common parts of the sample files.</summary>
internal static class SampleFile
{
    /// <summary>A unique identifier for this number, made from a random number as in PS3.5 section B.2.</summary>
    public static string UID(int number) => $"2.25.2081726543917352604817263549{number:D4}";

    /// <summary>The file: preamble, file meta information, data set (PS3.10 section 7.1).</summary>
    public static byte[] Create(string sopClass, string sopInstance, DatasetBuilder dataset)
    {
        byte[] meta = new DatasetBuilder()
            .WithValue(0x0002_0001, "OB", 0, 1)
            .With(0x0002_0002, "UI", sopClass)
            .With(0x0002_0003, "UI", sopInstance)
            .With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian)
            .With(0x0002_0012, "UI", UID(1))
            .With(0x0002_0013, "SH", "PSDICOM_SAMPLES")
            .ToBytes();
        byte[] groupLength = new DatasetBuilder().With(0x0002_0000, "UL", meta.Length).ToBytes();
        return [.. DatasetBuilder.Preamble(), .. groupLength, .. meta, .. dataset.ToBytes()];
    }

    /// <summary>Whether a pixel is inside a circle.</summary>
    public static bool IsInCircle(int row, int column, int centerRow, int centerColumn, int radius)
    {
        int down = row - centerRow, right = column - centerColumn;
        return (down * down) + (right * right) <= radius * radius;
    }
}
