using PSDicom.Query;

namespace PSDicom.Core.Tests.IO;

/// <summary>What is wanted of a file is the same whether the rest is read or passed over.</summary>
public class SelectionTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Each_element_alone_is_what_it_is_among_all(bool isExplicit, bool isBigEndian)
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

        // Reading ends at the last one wanted, so that what is out of order needs a later one.
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
    public void A_value_that_is_cut_off_is_told_of_though_nobody_wants_it()
    {
        byte[] bytes = new DatasetBuilder().With(0x0008_0060, "CS", "MR").WithHeader(0x0010_0020, "LO", 100).WithBytes(1, 2).ToFile();
        var selection = new TagSet([TagMask.Of(new DicomTag(0x0020_0013))]);
        DicomFile file = DicomFile.Open(bytes, new DicomReadOptions { Selection = selection });
        Assert.Contains("100 bytes are declared, 2 are there", Assert.Single(file.Warnings).Message);
    }
}
