using System.Text;

namespace PSDicom.Core.Tests.IO;

/// <summary>Violations of the standard that are tolerated.</summary>
public class ToleranceTests
{
    [Fact]
    public void No_preamble_but_the_prefix() => AssertIsRead([.. "DICM"u8, .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. Patient().ToBytes()]);

    [Fact]
    public void No_preamble_and_no_prefix() => AssertIsRead([.. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. Patient().ToBytes()]);

    [Fact]
    public void A_preamble_without_the_prefix() => AssertIsRead([.. new byte[128], .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian), .. Patient().ToBytes()]);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void No_file_meta_information(bool isExplicit, bool isBigEndian)
    {
        DicomFile file = AssertIsRead(Patient(isExplicit, isBigEndian).ToBytes());
        Assert.Empty(file.FileMeta.Elements);
        Assert.Equal((isExplicit, isBigEndian), (file.TransferSyntax.IsExplicitVR, file.TransferSyntax.IsBigEndian));
        AssertIsRead([.. DatasetBuilder.Preamble(), .. Patient(isExplicit, isBigEndian).ToBytes()]);
    }

    [Theory]
    [InlineData(DatasetBuilder.ImplicitLittleEndian, true, false)]
    [InlineData(DatasetBuilder.ExplicitLittleEndian, false, false)]
    [InlineData(DatasetBuilder.ExplicitLittleEndian, true, true)]
    [InlineData(DatasetBuilder.ExplicitBigEndian, true, false)]
    [InlineData(DatasetBuilder.JpegBaseline, false, false)]
    [InlineData("1.2.3.4.5", true, false)]
    [InlineData("1.2.3.4.5", false, false)]
    [InlineData("", true, false)]
    public void A_transfer_syntax_that_is_not_the_data_sets(string transferSyntax, bool isExplicit, bool isBigEndian) =>
        AssertIsRead(Patient(isExplicit, isBigEndian).ToFile(transferSyntax));

    [Fact]
    public void An_unknown_transfer_syntax_keeps_its_identifier()
    {
        DicomFile file = AssertIsRead(Patient().ToFile("1.2.3.4.5"));
        Assert.Equal(("1.2.3.4.5", "1.2.3.4.5"), (file.TransferSyntax.UID, file.TransferSyntax.ToString()));
    }

    [Fact]
    public void A_data_set_that_is_called_deflated_and_is_not() =>
        AssertIsRead([.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. Patient().ToBytes()]);

    [Theory]
    [InlineData(0u)]
    [InlineData(10u)]
    [InlineData(100_000u)]
    public void A_wrong_group_length_of_the_file_meta_information(uint groupLength) =>
        AssertIsRead([.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ExplicitLittleEndian, groupLength), .. Patient().ToBytes()]);

    [Fact]
    public void Implicit_file_meta_information()
    {
        byte[] meta = DatasetBuilder.Implicit().With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian).ToBytes();
        DicomFile file = AssertIsRead([.. DatasetBuilder.Preamble(), .. meta, .. Patient().ToBytes()]);
        Assert.Equal(DatasetBuilder.ExplicitLittleEndian, file.TransferSyntax.UID);
    }

    [Fact]
    public void Wrong_group_lengths_of_the_data_set()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0000, "UL", 999_999).With(0x0008_0060, "CS", "CT").With(0x0010_0000, "UL", 1).With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal([999_999u, "CT", 1u, "ID1"], file.Dataset.Elements.Select(element => element.Value));
    }

    [Fact]
    public void Single_implicit_elements_among_explicit_ones()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT")
            .WithBytes(DatasetBuilder.Implicit().With(0x0010_0010, "PN", "Doe^Jane").ToBytes())
            .With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal(["CT", "Doe^Jane", "ID1"], file.Dataset.Elements.Select(element => element.Value));
    }

    [Fact]
    public void Single_explicit_elements_among_implicit_ones()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0008_0060, "CS", "CT")
            .WithBytes(new DatasetBuilder().With(0x0010_0010, "PN", "Doe^Jane").ToBytes())
            .With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal(["CT", "Doe^Jane", "ID1"], file.Dataset.Elements.Select(element => element.Value));
    }

    [Fact]
    public void An_implicit_length_that_reads_as_two_letters_is_a_length()
    {
        // 0x5344 bytes: "DS" when taken for a value representation.
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0008_0060, "CS", "CT").With(0x0010_4000, "LT", new string('x', 0x5344)).With(0x0010_9431, "FL", 1).ToFile());
        Assert.Equal(0x5344, ((string)file.Dataset["PatientComments"]!.Value!).Length);
        Assert.Equal(3, file.Dataset.Elements.Count);
    }

    [Fact]
    public void Explicit_items_of_an_implicit_data_set_and_the_reverse()
    {
        DatasetBuilder explicitItem = new DatasetBuilder().With(0x0008_1150, "UI", "1.2").With(0x0008_1155, "UI", "1.2.3");
        DatasetBuilder implicitItem = DatasetBuilder.Implicit().With(0x0008_1150, "UI", "1.2").With(0x0008_1155, "UI", "1.2.3");
        DicomFile inImplicit = DicomFile.Open(DatasetBuilder.Implicit().With(0x0008_0060, "CS", "CT").WithSequence(0x0008_1140, explicitItem).ToFile());
        DicomFile inExplicit = DicomFile.Open(new DatasetBuilder().With(0x0008_0060, "CS", "CT").WithUndefinedLengthSequence(0x0008_1140, implicitItem).ToFile());
        Assert.Equal("1.2.3", inImplicit.Dataset["ReferencedImageSequence"]!.Items[0]["ReferencedSOPInstanceUID"]!.Value);
        Assert.Equal("1.2.3", inExplicit.Dataset["ReferencedImageSequence"]!.Items[0]["ReferencedSOPInstanceUID"]!.Value);
    }

    [Fact]
    public void Odd_lengths()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT").WithHeader(0x0010_0020, "LO", 3).WithBytes("ID1"u8.ToArray()).With(0x0010_0040, "CS", "F").ToFile());
        Assert.Equal(["CT", "ID1", "F"], file.Dataset.Elements.Select(element => element.Value));
    }

    [Theory]
    [InlineData("OX")]
    [InlineData("??")]
    [InlineData("--")]
    [InlineData("ZZ")]
    [InlineData("\0\0")]
    [InlineData("  ")]
    public void Value_representations_that_do_not_exist_with_a_short_length(string vr)
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT")
            .WithHeader(0x0010_0020, vr, 4).WithBytes("ID1 "u8.ToArray())
            .With(0x0010_0040, "CS", "F").ToFile());
        Assert.Equal(["CT", "ID1", "F"], file.Dataset.Elements.Select(element => element.Value));
        Assert.Same(DicomVR.LO, file.Dataset["PatientID"]!.VR);
    }

    [Fact]
    public void Future_value_representations_have_a_long_length()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT")
            .WithHeader(0x0011_1001, "ZZ", 0).WithBytes(6, 0, 0, 0).WithBytes("future"u8.ToArray())
            .With(0x0018_0050, "DS", "2.5").ToFile());
        Assert.Same(DicomVR.UN, file.Dataset.Elements[1].VR);
        Assert.Equal("future"u8.ToArray(), file.Dataset.Elements[1].Value);
        Assert.Equal(2.5, file.Dataset["SliceThickness"]!.Value);
    }

    [Fact]
    public void A_long_value_representation_with_a_short_length()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT")
            .WithBytes(0x40, 0x00, 0x60, 0xA1, (byte)'U', (byte)'T', 6, 0).WithBytes("report"u8.ToArray())
            .With(0x0040_DB00, "CS", "1").ToFile());
        Assert.Equal("report", file.Dataset["TextValue"]!.Value);
        Assert.Equal(3, file.Dataset.Elements.Count);
    }

    [Fact]
    public void Unknown_elements_of_undefined_length_are_implicit_sequences()
    {
        DatasetBuilder item = DatasetBuilder.Implicit().With(0x0008_0060, "CS", "MR");
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0009_0010, "LO", "ACME").WithUndefinedLength(0x0009_1001, "UN", item).With(0x0010_0020, "LO", "ID1").ToFile());
        DicomElement sequence = file.Dataset[new DicomTag(0x0009_1001)]!;
        Assert.Same(DicomVR.SQ, sequence.VR);
        Assert.Equal("MR", sequence.Items[0]["Modality"]!.Value);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Unknown_elements_of_undefined_length_whose_items_are_explicit_against_the_standard()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0009_0010, "LO", "ACME")
            .WithUndefinedLength(0x0009_1001, "UN", new DatasetBuilder().With(0x0008_0060, "CS", "MR")).ToFile());
        Assert.Equal("MR", file.Dataset.Elements[1].Items[0]["Modality"]!.Value);
    }

    [Fact]
    public void Private_sequences_of_undefined_length_that_no_dictionary_knows()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0009_0010, "LO", "ACME")
            .WithUndefinedLengthSequence(0x0009_1001, DatasetBuilder.Implicit().With(0x0009_0010, "LO", "ACME").With(0x0009_1002, "LO", "inside"))
            .With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Single(file.Dataset[new DicomTag(0x0009_1001)]!.Items);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Unknown_elements_that_a_dictionary_knows_are_typed_by_it()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithValue(0x0008_0060, "UN", "CT"u8.ToArray())
            .With(0x0019_0010, "LO", "SIEMENS MR HEADER")
            .WithValue(0x0019_100C, "UN", "1000"u8.ToArray())
            .WithValue(0x0028_0010, "UN", 0, 2).ToFile());
        Assert.Equal("CT", file.Dataset["Modality"]!.Value);
        Assert.Equal(1000L, file.Dataset[new DicomTag(0x0019_100C)]!.Value);
        Assert.Equal((ushort)512, file.Dataset["Rows"]!.Value);
    }

    [Fact]
    public void Unknown_elements_of_a_big_endian_data_set_are_little_endian()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.BigEndian().With(0x0028_0011, "US", 256).WithValue(0x0028_0010, "UN", 0, 2).ToFile());
        Assert.Equal((ushort)256, file.Dataset["Columns"]!.Value);
        Assert.Equal((ushort)512, file.Dataset["Rows"]!.Value);
    }

    [Fact]
    public void Missing_item_delimiters()
    {
        byte[] item = new DatasetBuilder().With(0x0008_1155, "UI", "1.2").ToBytes();
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0008_1140, "SQ", 0xFFFF_FFFF)
            .WithItemHeader(0xFFFF_FFFF).WithBytes(item)
            .WithItemHeader(0xFFFF_FFFF).WithBytes(item)
            .WithSequenceDelimiter().With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal(2, file.Dataset["ReferencedImageSequence"]!.Items.Count);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void A_missing_sequence_delimiter()
    {
        byte[] item = new DatasetBuilder().With(0x0008_1155, "UI", "1.2").ToBytes();
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0008_1140, "SQ", 0xFFFF_FFFF)
            .WithItemHeader((uint)item.Length).WithBytes(item)
            .With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Single(file.Dataset["ReferencedImageSequence"]!.Items);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Delimiters_with_a_length()
    {
        byte[] item = new DatasetBuilder().With(0x0008_1155, "UI", "1.2").ToBytes();
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0008_1140, "SQ", 0xFFFF_FFFF)
            .WithItemHeader(0xFFFF_FFFF).WithBytes(item).WithItemDelimiter(0x1234)
            .WithSequenceDelimiter(0xFFFF).With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Single(file.Dataset["ReferencedImageSequence"]!.Items);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Delimiters_where_lengths_are_defined()
    {
        byte[] item = new DatasetBuilder().With(0x0008_1155, "UI", "1.2").ToBytes();
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0008_1140, "SQ", (uint)item.Length + 16)
            .WithItemHeader((uint)item.Length).WithBytes(item).WithItemDelimiter()
            .WithSequenceDelimiter().With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Single(file.Dataset["ReferencedImageSequence"]!.Items);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void A_sequence_whose_bytes_are_no_items()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0008_1140, "SQ", 10).WithBytes("no items! "u8.ToArray()).With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal("no items! "u8.ToArray(), file.Dataset["ReferencedImageSequence"]!.Value);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Text_of_undefined_length_ends_at_the_delimiter()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0040_A160, "UT", 0xFFFF_FFFF).WithBytes("report"u8.ToArray()).WithSequenceDelimiter()
            .With(0x0040_DB00, "CS", "1").ToFile());
        Assert.Equal("report", file.Dataset["TextValue"]!.Value);
        Assert.Equal("1", file.Dataset["TemplateIdentifier"]!.Value);
    }

    [Fact]
    public void Elements_out_of_order_are_put_in_order()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0010_0020, "LO", "ID1").With(0x0008_0060, "CS", "CT").With(0x0010_0010, "PN", "Doe").ToFile());
        Assert.Equal(["CT", "Doe", "ID1"], file.Dataset.Elements.Select(element => element.Value));
    }

    [Fact]
    public void The_first_of_equal_elements_counts_where_elements_are_out_of_order()
    {
        DatasetBuilder Elements() => new DatasetBuilder()
            .With(0x0010_0020, "LO", "first").With(0x0010_0010, "PN", "Doe").With(0x0010_0020, "LO", "last").With(0x0008_0060, "CS", "CT");
        DicomFile file = DicomFile.Open(Elements().WithSequence(0x0040_0275, Elements()).ToFile());
        Assert.Equal(["CT", "Doe", "first"], file.Dataset.Elements.Take(3).Select(element => element.Value));
        Assert.Equal(["CT", "Doe", "first"], file.Dataset["RequestAttributesSequence"]!.Items[0].Elements.Select(element => element.Value));
    }

    [Fact]
    public void An_item_outside_of_any_sequence_is_passed_over()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0060, "CS", "CT").WithItemHeader(4).WithBytes(1, 2, 3, 4).With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Equal(["CT", "ID1"], file.Dataset.Elements.Select(element => element.Value));
        Assert.Contains("outside any sequence", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public void Padding_of_zeros_at_the_end(int count)
    {
        DicomFile file = AssertIsRead([.. Patient().ToFile(), .. new byte[count]]);
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void Rubbish_at_the_end_is_passed_over_with_a_warning()
    {
        DicomFile file = AssertIsRead([.. Patient().ToFile(), .. Encoding.ASCII.GetBytes("\u0001\0this is no element")]);
        Assert.Contains("not an element", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_longer_than_their_representation_allows()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0008_0050, "SH", new string('A', 100)).With(0x0018_0050, "DS", "1.00000000000000000000000").ToFile());
        Assert.Equal(new string('A', 100), file.Dataset["AccessionNumber"]!.Value);
        Assert.Equal(1.0, file.Dataset["SliceThickness"]!.Value);
    }

    [Fact]
    public void A_dicomdir_is_read_as_any_file()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0004_1130, "CS", "DISC").WithSequence(0x0004_1220, new DatasetBuilder().With(0x0004_1430, "CS", "PATIENT")).ToFile());
        Assert.Equal("PATIENT", file.Dataset["DirectoryRecordSequence"]!.Items[0]["DirectoryRecordType"]!.Value);
    }

    private static DatasetBuilder Patient(bool isExplicit = true, bool isBigEndian = false) =>
        new DatasetBuilder(isExplicit, isBigEndian)
            .With(0x0008_0060, "CS", "CT").With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 512);

    private static DicomFile AssertIsRead(byte[] bytes)
    {
        DicomFile file = DicomFile.Open(bytes);
        Assert.Equal(["CT", "Doe^Jane", "ID1", (ushort)512], file.Dataset.Elements.Select(element => element.Value));
        return file;
    }
}
