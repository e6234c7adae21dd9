using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Operations.Tags;

public class HeaderReaderTests
{
    [Theory]
    [InlineData(null, "00080060 00100020 7FE00010")]
    [InlineData("PatientID", "00100020")]
    [InlineData("Modality", "00080060")]
    [InlineData("PixelData", "7FE00010")]
    [InlineData("DataSetTrailingPadding", "FFFCFFFC")]
    [InlineData("TransferSyntaxUID", "")]
    public void Only_what_is_asked_for_is_read(string? tag, string tags)
    {
        using var file = new TemporaryFile(new DatasetBuilder()
            .With(0x0008_0060, "CS", "MR")
            .With(0x0010_0020, "LO", "42")
            .WithFragments(0x7FE0_0010, [], [1, 2])
            .With(0xFFFC_FFFC, "OB", 0)
            .ToFile(DatasetBuilder.JpegBaseline));
        DicomFile header = HeaderReader.Read(file.Path, tag is null ? null : TagQuery.Parse([tag]), null, CancellationToken.None);
        Assert.Equal(tags, string.Join(" ", header.Dataset.Elements.Select(element => element.Tag.Value.ToString("X8", null))));
        Assert.Equal(DatasetBuilder.JpegBaseline, header.TransferSyntax.UID);
    }

    [Fact]
    public void Pixel_data_can_still_be_read()
    {
        using var file = new TemporaryFile(new DatasetBuilder().WithValue(0x7FE0_0010, "OW", 1, 2, 3, 4).ToFile());
        DicomElement? pixelData = HeaderReader.Read(file.Path, null, null, CancellationToken.None).Find(new DicomTag(0x7FE0_0010));
        Assert.Equal([1, 2, 3, 4], pixelData?.ReadBytes());
    }
}
