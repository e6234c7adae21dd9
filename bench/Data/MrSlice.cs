using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>
/// An MR slice from one of two kinds of scanners: with the protocol in two private elements of a dozen and of about 60 KB, or with hundreds
/// of small private elements, also in sequences.
/// </summary>
internal sealed class MrSlice(int study, int series, int instance)
{
    private const string ImageStorage = "1.2.840.10008.5.1.4.1.1.4";

    private readonly ImageHeader _header = new(study, series, instance);

    /// <summary>The whole file, with the protocol in large private elements.</summary>
    public byte[] WithProtocolBlocks()
    {
        var slice = new DatasetBuilder();
        Start(slice, "SIEMENS", "MAGNETOM Skyra", references: 3);
        slice.With(0x0019_0010, "LO", "SIEMENS MR HEADER")
            .With(0x0019_1008, "CS", "IMAGE NUM 4")
            .With(0x0019_1009, "LO", "1.0")
            .With(0x0019_100B, "DS", "107.5")
            .With(0x0019_1012, "SL", 0, 0, -1483)
            .With(0x0019_1018, "IS", "5400");
        Place(slice);
        ImageHeader.DescribePixels(slice);
        slice.With(0x0029_0010, "LO", "SIEMENS CSA HEADER")
            .With(0x0029_0011, "LO", "SIEMENS MEDCOM HEADER2")
            .With(0x0029_1008, "CS", "IMAGE NUM 4")
            .With(0x0029_1009, "LO", "20240117")
            .WithValue(0x0029_1010, "OB", ImageHeader.Noise(11_200 + (instance % 7 * 160)))
            .With(0x0029_1018, "CS", "MR")
            .With(0x0029_1019, "LO", "20240117")
            .WithValue(0x0029_1020, "OB", ImageHeader.Noise(56_000 + (series * 2_400)))
            .With(0x0029_1160, "LO", "com");
        ImageHeader.Request(slice, "MR head", new DatasetBuilder());
        slice.With(0x0051_0010, "LO", "SIEMENS MR HEADER")
            .With(0x0051_1008, "CS", "IMAGE NUM 4")
            .With(0x0051_100A, "LO", "TA 04:21")
            .With(0x0051_100C, "LO", "FoV 230*230")
            .With(0x0051_100E, "LO", "Tra>Cor(-9.4)>Sag(-1.5)")
            .With(0x0051_1016, "LO", "p2 M/DIS2D");
        return ImageHeader.WithPixels(slice).ToFile();
    }

    /// <summary>The whole file, with many small private elements.</summary>
    public byte[] WithPrivateSequences()
    {
        var slice = new DatasetBuilder();
        Start(slice, "Philips Medical Systems", "Ingenia", references: 9);
        Place(slice);
        ImageHeader.DescribePixels(slice);
        ImageHeader.Request(slice, "MR head", new DatasetBuilder());
        slice.With(0x2001_0010, "LO", "Philips Imaging DD 001");
        Fill(slice, 0x2001_1000, 90);
        slice.With(0x2005_0010, "LO", "Philips MR Imaging DD 001")
            .With(0x2005_0014, "LO", "Philips MR Imaging DD 005");
        Fill(slice, 0x2005_1000, 160);
        slice.WithSequence(0x2005_140F, Stack(1), Stack(2), Stack(3));
        return ImageHeader.WithPixels(slice).ToFile();
    }

    private static DatasetBuilder Stack(int number)
    {
        DatasetBuilder item = new DatasetBuilder().With(0x0018_0081, "DS", ImageHeader.Decimal(number * 11.5)).With(0x2005_0010, "LO", "Philips MR Imaging DD 001");
        Fill(item, 0x2005_1000, 40);
        return item;
    }

    private static void Fill(DatasetBuilder slice, uint first, uint count)
    {
        for (uint i = 0; i < count; i++)
        {
            _ = (i % 4) switch
            {
                0 => slice.With(first + i, "FL", i * 0.25),
                1 => slice.With(first + i, "CS", i % 3 == 0 ? "Y" : "UNDEFINED"),
                2 => slice.With(first + i, "SL", i),
                _ => slice.With(first + i, "DS", ImageHeader.Decimal(i * 12.625)),
            };
        }
    }

    private void Start(DatasetBuilder slice, string manufacturer, string model, int references)
    {
        _header.Identify(slice, "MR", ImageStorage, manufacturer, model, "Head^Routine", $"t2_tse_tra_{1 + series}");
        slice.WithSequence(0x0008_1140, [.. Enumerable.Range(1, references).Select(number => new DatasetBuilder()
            .With(0x0008_1150, "UI", ImageStorage)
            .With(0x0008_1155, "UI", $"{_header.StudyUID}.1.{number}"))]);
        _header.DescribePatient(slice);
        slice.With(0x0018_0015, "CS", "HEAD")
            .With(0x0018_0020, "CS", "SE")
            .With(0x0018_0021, "CS", @"SK\SP")
            .With(0x0018_0022, "CS", "PFP")
            .With(0x0018_0023, "CS", "2D")
            .With(0x0018_0024, "SH", "*tse2d1_15")
            .With(0x0018_0050, "DS", "4")
            .With(0x0018_0080, "DS", "5400")
            .With(0x0018_0081, "DS", "107")
            .With(0x0018_0083, "DS", "2")
            .With(0x0018_0084, "DS", "123.251718")
            .With(0x0018_0085, "SH", "1H")
            .With(0x0018_0087, "DS", "3")
            .With(0x0018_0091, "IS", "15")
            .With(0x0018_0095, "DS", "222")
            .With(0x0018_1030, "LO", "t2_tse_tra")
            .With(0x0018_1310, "US", 0, 384, 307, 0)
            .With(0x0018_1314, "DS", "150")
            .With(0x0018_5100, "CS", "HFS");
    }

    private void Place(DatasetBuilder slice)
    {
        _header.PlaceInStudy(slice);
        _header.PlaceInSpace(slice);
    }
}
