using PSDicom.Core.Tests;

namespace PSDicom.SampleBuilder;

/// <summary>A cine of a beating shape: eight frames of 8 bits in one file.</summary>
internal static class MRSample
{
    private const string MultiFrameGrayscaleByteStorage = "1.2.840.10008.5.1.4.1.1.7.2";
    private const int Size = 64;
    private static readonly int[] Radii = [14, 16, 19, 22, 23, 21, 18, 15];

    public static byte[] Cine()
    {
        string instance = SampleFile.UID(210);
        DatasetBuilder dataset = new DatasetBuilder()
            .With(0x0008_0008, "CS", @"DERIVED\SECONDARY")
            .With(0x0008_0016, "UI", MultiFrameGrayscaleByteStorage)
            .With(0x0008_0018, "UI", instance)
            .With(0x0008_0020, "DA", "20240214")
            .With(0x0008_002A, "DT", "20240214111500.500000+0100")
            .With(0x0008_0030, "TM", "1115")
            .With(0x0008_0050, "SH", "SAMPLE-2")
            .With(0x0008_0060, "CS", "MR")
            .With(0x0008_0064, "CS", "WSD")
            .WithEmpty(0x0008_0090, "PN")
            .With(0x0008_103E, "LO", "Cine short axis")
            .With(0x0010_0010, "PN", "Sample^Heart")
            .With(0x0010_0020, "LO", "PSD-0002")
            .With(0x0010_0030, "DA", "19700501")
            .With(0x0010_0040, "CS", "F")
            .With(0x0018_1063, "DS", "100")
            .With(0x0020_000D, "UI", SampleFile.UID(200))
            .With(0x0020_000E, "UI", SampleFile.UID(201))
            .WithEmpty(0x0020_0010, "SH")
            .With(0x0020_0011, "IS", "1")
            .With(0x0020_0013, "IS", "1")
            .With(0x0028_0002, "US", 1)
            .With(0x0028_0004, "CS", "MONOCHROME2")
            .With(0x0028_0008, "IS", Radii.Length)
            .With(0x0028_0009, "AT", 0x0018_1063)
            .With(0x0028_0010, "US", Size)
            .With(0x0028_0011, "US", Size)
            .With(0x0028_0100, "US", 8)
            .With(0x0028_0101, "US", 8)
            .With(0x0028_0102, "US", 7)
            .With(0x0028_0103, "US", 0)
            .With(0x0028_0301, "CS", "NO")
            .With(0x0028_1052, "DS", "0")
            .With(0x0028_1053, "DS", "1")
            .With(0x0028_1054, "LO", "US")
            .With(0x2050_0020, "CS", "IDENTITY")
            .WithValue(0x7FE0_0010, "OB", [.. Radii.SelectMany(Frame)]);
        return SampleFile.Create(MultiFrameGrayscaleByteStorage, instance, dataset);
    }

    private static IEnumerable<byte> Frame(int radius)
    {
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                bool isBlood = SampleFile.IsInCircle(row, column, 32, 32, radius);
                bool isMuscle = SampleFile.IsInCircle(row, column, 32, 32, radius + 6);
                yield return (byte)(isBlood ? 220 : isMuscle ? 90 : 12);
            }
        }
    }
}
