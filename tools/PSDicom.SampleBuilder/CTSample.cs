using PSDicom.Core.Tests;

namespace PSDicom.SampleBuilder;

/// <summary>Slices of a water phantom with a bone rod and an air rod, as from a CT scanner: 12 bits in 16.</summary>
internal static class CTSample
{
    private const string CTImageStorage = "1.2.840.10008.5.1.4.1.1.2";
    private const int Size = 64;
    private const int Air = 24, Water = 1024, Bone = 2024;

    public static byte[] Slice(int number)
    {
        string instance = SampleFile.UID(110 + number);
        DatasetBuilder dataset = new DatasetBuilder()
            .With(0x0008_0005, "CS", "ISO_IR 100")
            .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL")
            .With(0x0008_0016, "UI", CTImageStorage)
            .With(0x0008_0018, "UI", instance)
            .With(0x0008_0020, "DA", "20240131")
            .With(0x0008_0021, "DA", "20240131")
            .With(0x0008_0023, "DA", "20240131")
            .With(0x0008_0030, "TM", "093000")
            .With(0x0008_0033, "TM", $"09301{number}.250000")
            .With(0x0008_0050, "SH", "SAMPLE-1")
            .With(0x0008_0060, "CS", "CT")
            .With(0x0008_0070, "LO", "PSDicom samples")
            .With(0x0008_0080, "LO", "Musterklinik Österhausen")
            .WithEmpty(0x0008_0090, "PN")
            .With(0x0008_103E, "LO", "Water phantom 5.0")
            .WithSequence(
                0x0008_1140,
                new DatasetBuilder().With(0x0008_1150, "UI", CTImageStorage).With(0x0008_1155, "UI", SampleFile.UID(110)))
            .With(0x0010_0010, "PN", "Phantom^Wässerchen")
            .With(0x0010_0020, "LO", "PSD-0001")
            .With(0x0010_0030, "DA", "20000101")
            .With(0x0010_0040, "CS", "O")
            .With(0x0018_0050, "DS", "5")
            .With(0x0018_0060, "DS", "120")
            .With(0x0020_000D, "UI", SampleFile.UID(100))
            .With(0x0020_000E, "UI", SampleFile.UID(101))
            .With(0x0020_0010, "SH", "1")
            .With(0x0020_0011, "IS", "2")
            .With(0x0020_0013, "IS", number)
            .With(0x0020_0032, "DS", $@"-31.5\-31.5\{5 * number}")
            .With(0x0020_0037, "DS", @"1\0\0\0\1\0")
            .With(0x0020_0052, "UI", SampleFile.UID(102))
            .WithEmpty(0x0020_1040, "LO")
            .With(0x0028_0002, "US", 1)
            .With(0x0028_0004, "CS", "MONOCHROME2")
            .With(0x0028_0010, "US", Size)
            .With(0x0028_0011, "US", Size)
            .With(0x0028_0030, "DS", @"1\1")
            .With(0x0028_0100, "US", 16)
            .With(0x0028_0101, "US", 12)
            .With(0x0028_0102, "US", 11)
            .With(0x0028_0103, "US", 0)
            .With(0x0028_1050, "DS", @"40\300")
            .With(0x0028_1051, "DS", @"400\1500")
            .With(0x0028_1052, "DS", "-1024")
            .With(0x0028_1053, "DS", "1")
            .With(0x0028_1055, "LO", @"SOFT TISSUE\BONE")
            .With(0x7FE0_0010, "OW", Pixels(number));
        return SampleFile.Create(CTImageStorage, instance, dataset);
    }

    private static double[] Pixels(int number)
    {
        var pixels = new double[Size * Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++) pixels[(row * Size) + column] = Density(row, column, number);
        }

        return pixels;
    }

    private static int Density(int row, int column, int number)
    {
        if (SampleFile.IsInCircle(row, column, 32, 22, 5 + number)) return Bone;
        if (SampleFile.IsInCircle(row, column, 32, 42, 5)) return Air;
        return SampleFile.IsInCircle(row, column, 32, 32, 27) ? Water : Air;
    }
}
