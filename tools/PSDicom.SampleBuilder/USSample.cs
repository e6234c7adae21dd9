using PSDicom.Core.Tests;

namespace PSDicom.SampleBuilder;

/// <summary>An ultrasound sector with red and blue flow: colour, one frame.</summary>
internal static class USSample
{
    private const string UltrasoundImageStorage = "1.2.840.10008.5.1.4.1.1.6.1";
    private const int Rows = 96, Columns = 128;

    public static byte[] Color()
    {
        string instance = SampleFile.UID(310);
        DatasetBuilder dataset = new DatasetBuilder()
            .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY")
            .With(0x0008_0016, "UI", UltrasoundImageStorage)
            .With(0x0008_0018, "UI", instance)
            .With(0x0008_0020, "DA", "20240229")
            .With(0x0008_0030, "TM", "170545.5")
            .With(0x0008_0050, "SH", "SAMPLE-3")
            .With(0x0008_0060, "CS", "US")
            .With(0x0008_0070, "LO", "PSDicom samples")
            .WithEmpty(0x0008_0090, "PN")
            .With(0x0008_103E, "LO", "Colour flow")
            .With(0x0010_0010, "PN", "Sample^Flow^^Dr.")
            .With(0x0010_0020, "LO", "PSD-0003")
            .WithEmpty(0x0010_0030, "DA")
            .With(0x0010_0040, "CS", "M")
            .WithSequence(
                0x0018_6011,
                new DatasetBuilder()
                    .With(0x0018_6012, "US", 1)
                    .With(0x0018_6014, "US", 1)
                    .With(0x0018_6018, "UL", 0)
                    .With(0x0018_601A, "UL", 0)
                    .With(0x0018_601C, "UL", Columns - 1)
                    .With(0x0018_601E, "UL", Rows - 1)
                    .With(0x0018_6024, "US", 3)
                    .With(0x0018_6026, "US", 3)
                    .With(0x0018_602C, "FD", 0.05)
                    .With(0x0018_602E, "FD", 0.05))
            .With(0x0020_000D, "UI", SampleFile.UID(300))
            .With(0x0020_000E, "UI", SampleFile.UID(301))
            .WithEmpty(0x0020_0010, "SH")
            .With(0x0020_0011, "IS", "1")
            .With(0x0020_0013, "IS", "7")
            .With(0x0028_0002, "US", 3)
            .With(0x0028_0004, "CS", "RGB")
            .With(0x0028_0006, "US", 0)
            .With(0x0028_0010, "US", Rows)
            .With(0x0028_0011, "US", Columns)
            .With(0x0028_0014, "US", 1)
            .With(0x0028_0100, "US", 8)
            .With(0x0028_0101, "US", 8)
            .With(0x0028_0102, "US", 7)
            .With(0x0028_0103, "US", 0)
            .WithValue(0x7FE0_0010, "OB", [.. Pixels()]);
        return SampleFile.Create(UltrasoundImageStorage, instance, dataset);
    }

    private static IEnumerable<byte> Pixels()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                foreach (byte sample in Pixel(row, column)) yield return sample;
            }
        }
    }

    private static byte[] Pixel(int row, int column)
    {
        if (SampleFile.IsInCircle(row, column, 50, 52, 9)) return [200, 40, 20];
        if (SampleFile.IsInCircle(row, column, 50, 76, 9)) return [20, 60, 210];
        bool isInFan = Math.Abs(column - (Columns / 2)) <= (row + 10) * 5 / 8 && SampleFile.IsInCircle(row, column, -10, Columns / 2, 100);
        byte grey = (byte)(isInFan ? 60 + (((row * 7) + (column * 13)) % 48) : 0);
        return [grey, grey, grey];
    }
}
