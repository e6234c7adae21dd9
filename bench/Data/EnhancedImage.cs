using PSDicom.Core.Tests;

namespace PSDicom.Bench.Data;

/// <summary>
/// An enhanced CT image derived from slices: it names all of them before the series, and each frame has its functional groups.
/// </summary>
internal sealed class EnhancedImage(int study, int series, int instance)
{
    private const string ImageStorage = "1.2.840.10008.5.1.4.1.1.2.1";
    private const int Frames = 120;

    private readonly ImageHeader _header = new(study, series, instance);

    /// <summary>The whole file. It has the pixels of only one frame, which are not part of the header.</summary>
    public byte[] ToFile()
    {
        var image = new DatasetBuilder();
        _header.Identify(image, "CT", ImageStorage, "Canon", "Aquilion ONE", "Heart", "Volume");
        image.WithSequence(0x0008_2112, [.. Enumerable.Range(1, Frames).Select(Source)]);
        _header.DescribePatient(image);
        _header.PlaceInStudy(image);
        ImageHeader.DescribePixels(image, Frames);
        ImageHeader.Request(image, "CT heart", new DatasetBuilder());
        image.WithUndefinedLengthSequence(0x5200_9230, [.. Enumerable.Range(1, Frames).Select(FunctionalGroups.OfFrame)]);
        return ImageHeader.WithPixels(image).ToFile();
    }

    private DatasetBuilder Source(int number) => new DatasetBuilder()
        .With(0x0008_1150, "UI", "1.2.840.10008.5.1.4.1.1.2")
        .With(0x0008_1155, "UI", $"{_header.StudyUID}.7.{number}");
}
