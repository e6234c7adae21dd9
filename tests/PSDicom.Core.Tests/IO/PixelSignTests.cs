using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Core.Tests.IO;

/// <summary>"US or SS" depends on the sign of the pixels, also before Pixel Representation.</summary>
public class PixelSignTests
{
    private const uint ZeroVelocityPixelValue = 0x0018_9810;
    private const uint MappedPixelValue = 0x0022_1452;
    private const uint PixelRepresentation = 0x0028_0103;
    private const uint PixelPaddingValue = 0x0028_0120;

    [Theory]
    [InlineData(0, 65531)]
    [InlineData(1, -5)]
    public void Numbers_before_and_behind_it_are_signed_as_it_says(int isSigned, int expected)
    {
        byte[] bytes = DatasetBuilder.Implicit()
            .With(ZeroVelocityPixelValue, "SS", -5).With(PixelRepresentation, "US", isSigned).With(PixelPaddingValue, "SS", -5).ToFile();
        Assert.Equal([expected, expected], Numbers(bytes, "ZeroVelocityPixelValue", "PixelPaddingValue"));
    }

    [Fact]
    public void Numbers_in_items_are_signed_as_the_item_says_or_what_is_around_it()
    {
        DatasetBuilder own = DatasetBuilder.Implicit().With(MappedPixelValue, "SS", -7).With(PixelRepresentation, "US", 0);
        DatasetBuilder outer = DatasetBuilder.Implicit().With(MappedPixelValue, "SS", -7);
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit().WithSequence(0x0008_1140, own, outer).With(PixelRepresentation, "US", 1).ToFile());
        Assert.Equal(
            ["65529", "-7"], file.Dataset["ReferencedImageSequence"]!.Items.Select(item => item[new DicomTag(MappedPixelValue)]!.RawValue));
    }

    [Fact]
    public void It_is_read_even_if_only_earlier_elements_are_selected()
    {
        byte[] bytes = DatasetBuilder.Implicit()
            .With(ZeroVelocityPixelValue, "SS", -5).With(0x0020_000D, "UI", "1.2").WithSequence(0x0020_9221, DatasetBuilder.Implicit().With(0x0028_0010, "US", 1))
            .With(0x0028_0010, "US", 1).With(PixelRepresentation, "US", 1).With(0x0028_1050, "DS", "5").ToFile();
        using var file = new TemporaryFile(bytes);
        DicomTagValue row = Assert.Single(TagReader.Read(
            file.Path, new TagReadOptions { Tags = TagQuery.Parse(["ZeroVelocityPixelValue"]) }, CancellationToken.None, out IReadOnlyList<DicomWarning> warnings));
        Assert.Equal(((short)-5, "SS"), (row.Value, row.VR));
        Assert.Empty(warnings);
    }

    [Fact]
    public void Without_it_numbers_are_unsigned_and_elements_with_a_value_representation_keep_that()
    {
        Assert.Equal([65531], Numbers(DatasetBuilder.Implicit().With(ZeroVelocityPixelValue, "SS", -5).ToFile(), "ZeroVelocityPixelValue"));
        Assert.Equal([65531], Numbers(new DatasetBuilder().With(ZeroVelocityPixelValue, "US", 65531).With(PixelRepresentation, "US", 1).ToFile(), "ZeroVelocityPixelValue"));
        Assert.Equal([-5], Numbers(new DatasetBuilder().WithValue(ZeroVelocityPixelValue, "UN", 0xFB, 0xFF).With(PixelRepresentation, "US", 1).ToFile(), "ZeroVelocityPixelValue"));
    }

    [Theory]
    [InlineData("UN")]
    [InlineData("UL")]
    public void The_length_of_a_private_group_is_a_number(string vr)
    {
        foreach (DatasetBuilder builder in (DatasetBuilder[])[new(), DatasetBuilder.Implicit()])
        {
            byte[] bytes = builder.With(0x0008_0060, "CS", "CT").WithValue(0x0009_0000, vr, 34, 0, 0, 0).With(0x0009_0010, "LO", "A CREATOR").ToFile();
            DicomElement element = DicomFile.Open(bytes).Dataset[new DicomTag(0x0009_0000)]!;
            Assert.Equal(("UL", 34u), (element.VR.Code, element.Value));
        }
    }

    private static int[] Numbers(byte[] file, params string[] keywords) =>
        [.. keywords.Select(keyword => Convert.ToInt32(DicomFile.Open(file).Dataset[keyword]!.Value))];
}
