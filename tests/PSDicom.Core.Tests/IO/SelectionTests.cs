using PSDicom.Query;

namespace PSDicom.Core.Tests.IO;

/// <summary>Selected elements are the same whether the rest is read or skipped.</summary>
public class SelectionTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Each_element_read_alone_is_the_same_as_among_all(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => isBigEndian ? DatasetBuilder.BigEndian() : isExplicit ? new DatasetBuilder() : DatasetBuilder.Implicit();
        byte[] bytes = Item()
            .With(0x0008_0005, "CS", "ISO_IR 144")
            .With(0x0008_0060, "CS", "MR")
            .WithSequence(0x0008_1110, Item().With(0x0008_1150, "UI", "1.2"), Item().With(0x0008_1150, "UI", "1.3"))
            .WithUndefinedLengthSequence(0x0008_1115, Item().With(0x0020_000E, "UI", "1.4"))
            .WithValue(0x0010_0010, "PN", 0xBB, 0xEE, 0xDA, 0xD0)
            .With(0x0028_0103, "US", 1)
            .With(0x0028_0106, "SS", -5)
            .With(0x0029_0010, "LO", "SIEMENS CSA HEADER")
            .WithValue(0x0029_1010, "OB", 1, 2, 3, 4)
            .With(0x0020_0013, "IS", "12")
            .With(0x0029_0011, "LO", "OUT OF ORDER")
            .With(0x0040_0275, "LO", new string('x', 9000))
            .With(0x0040_A124, "UI", "1.5")
            .ToFile(isBigEndian ? DatasetBuilder.ExplicitBigEndian : isExplicit ? DatasetBuilder.ExplicitLittleEndian : DatasetBuilder.ImplicitLittleEndian);
        DicomFile whole = DicomFile.Open(bytes);
        Assert.Equal(13, whole.Dataset.Elements.Count);

        // Reading ends at the last selected element, so that one out of order needs a later one.
        foreach (DicomElement element in whole.Dataset.Elements)
        {
            var selection = new TagSet([TagMask.Of(element.Tag), TagMask.Of(new DicomTag(0x0040_A124))]);
            DicomElement? alone = DicomFile.Open(bytes, new DicomReadOptions { Selection = selection }).Dataset[element.Tag];
            Assert.NotNull(alone);
            Assert.Equal((element.VR, element.Offset, element.RawValue), (alone.VR, alone.Offset, alone.RawValue));
            Assert.Equal(element.Items.Count, alone.Items.Count);
        }
    }

    [Fact]
    public void A_truncated_value_has_a_warning_even_if_it_is_not_selected()
    {
        byte[] bytes = new DatasetBuilder().With(0x0008_0060, "CS", "MR").WithHeader(0x0010_0020, "LO", 100).WithBytes(1, 2).ToFile();
        var selection = new TagSet([TagMask.Of(new DicomTag(0x0020_0013))]);
        DicomFile file = DicomFile.Open(bytes, new DicomReadOptions { Selection = selection });
        Assert.Contains("100 bytes are declared, 2 are present", Assert.Single(file.Warnings).Message);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Elements_out_of_order_are_found_up_to_the_pixel_data_and_behind_native_ones(bool isExplicit, bool isBigEndian)
    {
        byte[] bytes = new DatasetBuilder(isExplicit, isBigEndian)
            .With(0x0008_0060, "CS", "CT").With(0x0020_0013, "IS", "1").With(0x0010_0020, "LO", "ID1").With(0x0018_0050, "DS", "5")
            .WithValue(0x7FE0_0010, "OW", new byte[20_000]).With(0x0010_0030, "DA", "20240101").ToFile();
        foreach (DicomElement element in DicomFile.Open(bytes).Dataset.Elements)
            Assert.Equal(element.RawValue, Scan(bytes, element.Tag.Value).Dataset[element.Tag]?.RawValue);
    }

    [Fact]
    public void A_scan_ends_when_all_that_is_wanted_was_found()
    {
        byte[] header = new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "ID1").ToFile();

        // The bytes that follow are not an element: reading them causes a warning.
        byte[] bytes = [.. header, .. "this is no element at all"u8];
        Assert.Empty(Scan(bytes, 0x0010_0020, 0x0008_0060).Warnings);
        Assert.NotEmpty(Scan(bytes, 0x0010_0020, 0x0010_0030).Warnings);
        Assert.Empty(Scan(bytes, 0x0002_0010).Warnings);
    }

    [Fact]
    public void A_late_character_set_applies_in_a_scan()
    {
        byte[] bytes = new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT").WithValue(0x0010_0010, "PN", 0xBB, 0xEE, 0xDA, 0xD0).With(0x0010_0020, "LO", "ID1")
            .With(0x0008_0005, "CS", "ISO_IR 144").ToFile();
        Assert.Equal("Люкр"[..2], ((string)DicomFile.Open(bytes).Dataset["PatientName"]!.Value!)[..2]);
        Assert.Equal(DicomFile.Open(bytes).Dataset["PatientName"]!.Value, Scan(bytes, 0x0010_0010).Dataset["PatientName"]!.Value);
    }

    [Theory]
    [InlineData(1, -5)]
    [InlineData(0, 65531)]
    public void The_sign_of_pixels_applies_to_earlier_elements(int pixelRepresentation, int expected)
    {
        byte[] bytes = DatasetBuilder.Implicit()
            .WithSequence(0x0008_1140, DatasetBuilder.Implicit().With(0x0028_0106, "SS", -5))
            .WithSequence(0x0008_2112, DatasetBuilder.Implicit().With(0x0028_0106, "SS", -5).With(0x0028_0103, "US", 1))
            .With(0x0018_9810, "SS", -5).With(0x0028_0103, "US", pixelRepresentation).With(0x0028_0106, "SS", -5).ToFile();
        foreach (DicomFile file in (DicomFile[])[DicomFile.Open(bytes), Scan(bytes, 0x0008_1140, 0x0008_2112, 0x0018_9810, 0x0028_0106), Scan(bytes, 0x0018_9810, 0x0008_1140, 0x0008_2112)])
        {
            Assert.Equal(expected, Convert.ToInt32(file.Dataset["ZeroVelocityPixelValue"]!.Value, null));
            Assert.Equal(expected, Convert.ToInt32(file.Dataset["ReferencedImageSequence"]!.Items[0]["SmallestImagePixelValue"]!.Value, null));
            Assert.Equal((short)-5, file.Dataset["SourceImageSequence"]!.Items[0]["SmallestImagePixelValue"]!.Value);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sequence_that_is_too_long_hides_nothing_from_a_scan(bool isExplicit)
    {
        DatasetBuilder Item() => new(isExplicit);
        byte[] item = Item().With(0x0008_0100, "SH", "A").ToBytes();
        byte[] bytes = Item().WithHeader(0x0008_1032, "SQ", (uint)item.Length + 28).WithItemHeader((uint)item.Length).WithBytes(item)
            .With(0x0010_0020, "LO", "ID1").With(0x0020_000D, "UI", "1.2.3.4.5.6").With(0x0020_0010, "SH", "STUDY").ToFile();
        Assert.Equal(DicomFile.Open(bytes).Dataset["PatientID"]?.Value, Scan(bytes, 0x0010_0020).Dataset["PatientID"]?.Value);
        Assert.Equal(DicomFile.Open(bytes).Dataset["StudyID"]?.Value, Scan(bytes, 0x0020_0010).Dataset["StudyID"]?.Value);
    }

    internal static DicomFile Scan(byte[] bytes, params uint[] tags) => DicomFile.Open(
        bytes, new DicomReadOptions { Selection = new TagSet(tags.Select(tag => TagMask.Of(new DicomTag(tag)))), OnlySelection = true });
}
