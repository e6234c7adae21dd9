using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>A few frames of ultrasound: a small header, with the regions of the picture.</summary>
internal sealed class UltrasoundLoop(int study, int series, int instance)
{
    private const int Frames = 3;

    private readonly ImageHeader _header = new(study, series, instance);

    /// <summary>The whole file.</summary>
    public byte[] ToFile()
    {
        var image = new DatasetBuilder();
        _header.Identify(image, "US", "1.2.840.10008.5.1.4.1.1.3.1", "Example Ultrasound", "EX 9", "Abdomen", "Liver");
        _header.DescribePatient(image);
        image.With(0x0018_1063, "DS", "33.333")
            .With(0x0018_5010, "LO", "C5-1")
            .WithSequence(0x0018_6011, Region(1), Region(3));
        _header.PlaceInStudy(image);
        ImageHeader.DescribePixels(image, Frames);
        return ImageHeader.WithPixels(image, Frames).ToFile();
    }

    private static DatasetBuilder Region(int kind) => new DatasetBuilder()
        .With(0x0018_6012, "US", 1)
        .With(0x0018_6014, "US", kind)
        .With(0x0018_6016, "UL", 2)
        .With(0x0018_6018, "UL", 0)
        .With(0x0018_601A, "UL", 0)
        .With(0x0018_601C, "UL", 63)
        .With(0x0018_601E, "UL", 63)
        .With(0x0018_6024, "US", 3)
        .With(0x0018_6026, "US", 3)
        .With(0x0018_602C, "FD", 0.0215)
        .With(0x0018_602E, "FD", 0.0215);
}
