using System.Text;

namespace PSDicom.Core.Tests.IO;

/// <summary>Ambiguous headers are resolved by the bytes that follow.</summary>
public class ReadingEvidenceTests
{
    public static TheoryData<string> LettersOfEvenLengths => new() { "DS", "DA", "DT", "FL", "FD", "LO", "LT", "PN", "TM" };

    [Theory]
    [MemberData(nameof(LettersOfEvenLengths))]
    public void An_implicit_length_may_spell_a_value_representation(string letters)
    {
        int length = letters[0] | (letters[1] << 8);
        string text = string.Concat(Enumerable.Repeat("12\\-34.5\\", length))[..length];
        DatasetBuilder Spelling() => DatasetBuilder.Implicit().With(0x0010_4000, "LT", text).With(0x3006_0050, "DS", text);

        // First in the file, among others, in items of both lengths, and last.
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0008_0060, "CS", "CT").With(0x0008_0115, "LT", text).WithSequence(0x0008_1110, Spelling(), Spelling())
            .WithUndefinedLengthSequence(0x0008_1115, Spelling(), Spelling()).With(0x0010_4000, "LT", text).With(0x0020_000D, "UI", "1.2").With(0x0040_A160, "UT", text).ToFile());
        Assert.Empty(file.Warnings);
        Assert.Equal(
            ["(0008,0060)", "(0008,0115)", "(0008,1110)", "(0008,1115)", "(0010,4000)", "(0020,000D)", "(0040,A160)"],
            file.Dataset.Elements.Select(element => element.Tag.ToString()));
        Assert.Equal(length, file.Dataset["PatientComments"]!.ByteLength);
        foreach (DicomDataset item in file.Dataset["ReferencedStudySequence"]!.Items.Concat(file.Dataset["ReferencedSeriesSequence"]!.Items))
            Assert.Equal([length, length], item.Elements.Select(element => element.ByteLength));

        DicomFile alone = DicomFile.Open(Spelling().ToBytes());
        Assert.Equal([length, length], alone.Dataset.Elements.Select(element => element.ByteLength));
        Assert.False(alone.TransferSyntax.IsExplicitVR);
    }

    [Fact]
    public void Explicit_elements_among_implicit_ones_have_one_warning()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit().With(0x0008_0060, "CS", "CT")
            .WithBytes(new DatasetBuilder().With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "ID1").ToBytes())
            .With(0x0020_000D, "UI", "1.2").With(0x0040_A160, "UT", "text").ToFile());
        Assert.Equal(["CT", "Doe^Jane", "ID1", "1.2", "text"], file.Dataset.Elements.Select(element => element.Value));
        Assert.Contains("value representation", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UR")]
    [InlineData("UN")]
    [InlineData("UT")]
    [InlineData("OB")]
    [InlineData("SQ")]
    [InlineData("UC")]
    public void A_long_representation_with_a_short_length_of_zero(string vr)
    {
        foreach (bool isBigEndian in (bool[])[false, true])
        {
            DatasetBuilder Item() => new(isBigEndian: isBigEndian);

            // Its header is that of a value representation with a 16-bit length: eight bytes.
            byte[] header = Item().WithHeader(0x0008_0120, "LO", 0).ToBytes();
            Encoding.ASCII.GetBytes(vr).CopyTo(header, 4);
            DicomFile file = DicomFile.Open(Item().With(0x0008_0060, "CS", "CT").WithBytes(header).With(0x0010_0020, "LO", "ID1")
                .WithSequence(0x0040_0275, Item().WithBytes(header), Item().WithBytes(header).With(0x0010_0020, "LO", "ID2"))
                .WithUndefinedLengthSequence(0x0040_A730, Item().WithBytes(header)).With(0x0050_0004, "CS", "LAST").ToFile());
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal("ID2", file.Dataset["RequestAttributesSequence"]!.Items[1]["PatientID"]!.Value);
            Assert.Single(file.Dataset["RequestAttributesSequence"]!.Items[0].Elements);
            Assert.Single(file.Dataset["ContentSequence"]!.Items[0].Elements);
            Assert.Equal(6, file.Dataset.Elements.Count);
            Assert.Contains("16 bits", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_byte_order_is_detected_from_any_first_element(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        foreach (DatasetBuilder first in (DatasetBuilder[])[
            Item().With(0x0008_0000, "UL", 18).With(0x0008_0060, "CS", "CT"), Item().With(0x0010_0000, "UL", 12), Item().With(0x0010_0010, "PN", "Doe^Jane"),
            Item().With(0x0008_0001, "UL", 400).With(0x0008_0060, "CS", "CT"), Item().WithSequence(0x0008_1140, Item().With(0x0008_1155, "UI", "1.2"))])
        {
            byte[] dataset = first.With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 512).ToBytes();
            foreach (string transferSyntax in (string[])[DatasetBuilder.ImplicitLittleEndian, DatasetBuilder.ExplicitLittleEndian, DatasetBuilder.ExplicitBigEndian, "1.2.3"])
                AssertIsRead([.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(transferSyntax), .. dataset]);
            AssertIsRead([.. DatasetBuilder.Preamble(), .. dataset]);
            AssertIsRead([.. "DICM"u8, .. dataset]);
            AssertIsRead(dataset);
        }

        static void AssertIsRead(byte[] bytes)
        {
            DicomFile file = DicomFile.Open(bytes);
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal((ushort)512, file.Dataset["Rows"]!.Value);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void File_meta_information_in_another_encoding(bool isExplicit, bool isBigEndian)
    {
        byte[] meta = new DatasetBuilder(isExplicit, isBigEndian).With(0x0002_0000, "UL", 26).With(0x0002_0010, "UI", DatasetBuilder.ExplicitBigEndian).ToBytes();
        DicomFile file = DicomFile.Open((byte[])[.. DatasetBuilder.Preamble(), .. meta, .. DatasetBuilder.BigEndian().With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 512).ToBytes()]);
        Assert.Equal(DatasetBuilder.ExplicitBigEndian, file.TransferSyntax.UID);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_prefix_within_a_value_is_ignored(bool isExplicit, bool isBigEndian)
    {
        const int header = 8;
        DicomFile file = DicomFile.Open(new DatasetBuilder(isExplicit, isBigEndian)
            .With(0x0008_1030, "LO", new string(' ', 128 - header) + "DICM and more").With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 1).ToBytes());
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_data_set_that_is_called_deflated_and_is_not(bool isExplicit, bool isBigEndian)
    {
        DicomFile file = DicomFile.Open((byte[])[.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. Example(isExplicit, isBigEndian).ToBytes()]);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Contains(file.Warnings, warning => warning.Message.Contains("deflated, but it is not", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_data_set_that_is_deflated_and_not_called_so(bool isExplicit)
    {
        DicomFile file = DicomFile.Open((byte[])
            [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. DatasetBuilder.Deflate(Example(isExplicit, false).ToBytes())]);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Contains(file.Warnings, warning => warning.Message.Contains("but the transfer syntax does not say so", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deflated_data_set_that_is_cut_has_a_warning_wherever_it_ends()
    {
        byte[] file = Example(true, false).With(0x0040_A160, "UT", string.Concat(Enumerable.Range(0, 300))).ToFile(DatasetBuilder.DeflatedLittleEndian);
        Assert.Empty(DicomFile.Open(file).Warnings);
        int start = file.Length - 350;
        for (int length = start; length < file.Length; length++)
            Assert.Contains(DicomFile.Open(file.AsMemory(0, length)).Warnings, warning => warning.Message.Contains("deflated", StringComparison.Ordinal));
    }

    [Fact]
    public void File_meta_information_without_a_data_set_has_a_warning() =>
        Assert.Contains("data set", Assert.Single(DicomFile.Open(new DatasetBuilder().ToFile()).Warnings).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_file_meta_information_does_not_overrule_the_first(bool isExplicit)
    {
        byte[] second = new DatasetBuilder(isExplicit).With(0x0002_0010, "UI", DatasetBuilder.JpegBaseline).With(0x0002_0012, "UI", "9.9").ToBytes();
        foreach (byte[] dataset in (byte[][])[
            [.. second, .. Example(true, false).ToBytes()],
            [.. new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 100").ToBytes(), .. second, .. Example(true, false).ToBytes()]])
        {
            DicomFile file = DicomFile.Open((byte[])[.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. dataset]);
            Assert.Equal(DatasetBuilder.ExplicitLittleEndian, file.TransferSyntax.UID);
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.DoesNotContain(file.Dataset.Elements, element => element.Tag.Group == 2);
            Assert.NotEmpty(file.Warnings);
        }
    }

    [Fact]
    public void Group_lengths_of_private_groups_are_numbers()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit().With(0x0009_0000, "UL", 34).With(0x0009_0010, "LO", "ACME").With(0x0019_0000, "UL", 10).ToFile());
        Assert.Equal([34u, "ACME", 10u], file.Dataset.Elements.Select(element => element.Value));
    }

    private static DatasetBuilder Example(bool isExplicit, bool isBigEndian) => new DatasetBuilder(isExplicit, isBigEndian)
        .With(0x0008_0060, "CS", "CT").With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 512);
}
