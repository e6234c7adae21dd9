using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>A digital radiograph: codes for anatomy and view, and two lookup tables.</summary>
internal sealed class Radiograph(int study, int series, int instance)
{
    private const int Entries = 4096;

    private readonly ImageHeader _header = new(study, series, instance);

    /// <summary>The whole file.</summary>
    public byte[] ToFile()
    {
        var image = new DatasetBuilder();
        _header.Identify(image, "DX", "1.2.840.10008.5.1.4.1.1.1.1", "Example DR", "Panel 43", "Chest", "PA");
        image.WithSequence(0x0008_2218, ImageHeader.Code("T-D3000", "SRT", "Chest"));
        _header.DescribePatient(image);
        image.With(0x0018_0015, "CS", "CHEST")
            .With(0x0018_0060, "DS", "125")
            .With(0x0018_1110, "DS", "1800")
            .With(0x0018_1150, "IS", "8")
            .With(0x0018_1152, "IS", "2")
            .With(0x0018_1164, "DS", @"0.139\0.139")
            .With(0x0018_1405, "IS", "410")
            .With(0x0018_1508, "CS", "MOBILE")
            .With(0x0018_5101, "CS", "PA")
            .With(0x0018_7004, "CS", "SCINTILLATOR")
            .With(0x0018_700A, "SH", "PANEL-0815");
        _header.PlaceInStudy(image);
        image.With(0x0020_0020, "CS", @"L\F");
        ImageHeader.DescribePixels(image);
        image.WithSequence(0x0028_3010, Table("NORMAL"), Table("HARD"));
        ImageHeader.Request(image, "Chest, two views", new DatasetBuilder());
        image.WithSequence(0x0054_0220, ImageHeader.Code("R-10214", "SRT", "postero-anterior").WithSequence(0x0054_0222))
            .With(0x2050_0020, "CS", "IDENTITY");
        return ImageHeader.WithPixels(image).ToFile();
    }

    private static DatasetBuilder Table(string explanation) => new DatasetBuilder()
        .With(0x0028_3002, "US", Entries, 0, 12)
        .With(0x0028_3003, "LO", explanation)
        .WithValue(0x0028_3006, "OW", ImageHeader.Noise(Entries * 2));
}
