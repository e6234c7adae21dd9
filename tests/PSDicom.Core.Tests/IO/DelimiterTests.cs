namespace PSDicom.Core.Tests.IO;

/// <summary>Delimiters that are missing, in the wrong place, or too many: what is nested stays nested (PS3.5 section 7.5).</summary>
public class DelimiterTests
{
    private const uint Undefined = 0xFFFF_FFFF;

    public static TheoryData<bool, bool> Encodings => new() { { true, false }, { false, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_sequence_delimiter_behind_an_empty_sequence_of_defined_length_ends_nothing(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().WithSequence(0x0008_1110).WithSequenceDelimiter().With(0x0010_0020, "LO", "OTHER").ToBytes();

        // Item and sequence of undefined length, the item alone of a defined one, both of defined ones.
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader(Undefined).WithBytes(item).WithItemDelimiter().WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader((uint)item.Length).WithBytes(item).WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", (uint)item.Length + 8)
            .WithItemHeader((uint)item.Length).WithBytes(item).With(0x0040_DB00, "CS", "LAST"));
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", (uint)item.Length + 16)
            .WithItemHeader(Undefined).WithBytes(item).WithItemDelimiter().With(0x0040_DB00, "CS", "LAST"));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_item_delimiter_behind_an_item_of_defined_length_ends_nothing(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().WithSequence(0x0008_1110, Item().With(0x0008_1150, "UI", "1.2")).WithItemDelimiter().With(0x0010_0020, "LO", "OTHER").ToBytes();
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader(Undefined).WithBytes(item).WithItemDelimiter().WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader((uint)item.Length).WithBytes(item).WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", (uint)item.Length + 16)
            .WithItemHeader(Undefined).WithBytes(item).WithItemDelimiter().With(0x0040_DB00, "CS", "LAST"));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_delimiter_of_a_sequence_in_the_place_of_an_items(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] inner = Item().WithHeader(0x0008_1110, "SQ", Undefined)
            .WithItemHeader(Undefined).With(0x0008_1150, "UI", "1.2").WithSequenceDelimiter()
            .WithItemHeader(Undefined).With(0x0008_1150, "UI", "1.3").WithSequenceDelimiter()
            .WithSequenceDelimiter().With(0x0010_0020, "LO", "OTHER").ToBytes();
        DicomFile file = AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader(Undefined).WithBytes(inner).WithItemDelimiter().WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        Assert.Equal(2, file.Dataset["RequestAttributesSequence"]!.Items[0]["ReferencedStudySequence"]!.Items.Count);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void All_item_delimiters_are_missing(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] inner = Item().WithHeader(0x0008_1110, "SQ", Undefined)
            .WithItemHeader(Undefined).With(0x0008_1150, "UI", "1.2")
            .WithItemHeader(Undefined).With(0x0008_1150, "UI", "1.3").WithSequenceDelimiter()
            .With(0x0010_0020, "LO", "OTHER").ToBytes();
        DicomFile file = AssertNested(Item().With(0x0010_0020, "LO", "ID1").WithHeader(0x0040_0275, "SQ", Undefined)
            .WithItemHeader(Undefined).WithBytes(inner).WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST"));
        Assert.Equal(2, file.Dataset["RequestAttributesSequence"]!.Items[0]["ReferencedStudySequence"]!.Items.Count);
    }

    [Fact]
    public void Delimiters_outside_any_sequence_have_one_warning()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .With(0x0010_0020, "LO", "ID1").WithSequenceDelimiter().WithItemDelimiter(5).With(0x0020_0010, "SH", "1").WithSequenceDelimiter().ToFile());
        Assert.Equal(["ID1", "1"], file.Dataset.Elements.Select(element => element.Value));
        Assert.Contains("unexpected delimiter", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LO")]
    [InlineData("US")]
    [InlineData("UT")]
    [InlineData("OB")]
    [InlineData("OW")]
    [InlineData("UN")]
    public void A_value_with_items_is_a_sequence_whatever_its_value_representation(string vr)
    {
        DatasetBuilder item = new DatasetBuilder().With(0x0010_0020, "LO", "OTHER");
        DatasetBuilder implicitItem = DatasetBuilder.Implicit().With(0x0010_0020, "LO", "OTHER");
        byte[] value = vr == "UN"
            ? DatasetBuilder.Implicit().WithUndefinedLengthSequence(0, implicitItem).ToBytes()[8..]
            : new DatasetBuilder().WithUndefinedLengthSequence(0, item).ToBytes()[12..];
        DatasetBuilder builder = new DatasetBuilder().With(0x0010_0020, "LO", "ID1");
        builder = DicomVR.Find(vr)!.HasLongLength
            ? builder.WithHeader(0x0029_1010, vr, Undefined)
            : builder.WithBytes(0x29, 0, 0x10, 0x10, 0xFF, 0xFF, 0xFF, 0xFF);
        DicomFile file = DicomFile.Open(builder.WithBytes(value).With(0x0040_DB00, "CS", "LAST").ToFile());
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Equal("OTHER", file.Dataset[new DicomTag(0x0029_1010)]!.Items[0]["PatientID"]!.Value);
        Assert.Equal("LAST", file.Dataset["TemplateIdentifier"]!.Value);
    }

    [Theory]
    [InlineData("SIEMENS CSA HEADER", 0x0029_0010u, 0x0029_1010u)]
    [InlineData("SIEMENS CSA HEADER", 0x0029_0010u, 0x0029_1009u)]
    [InlineData("GEMS_PARM_01", 0x0043_0010u, 0x0043_1010u)]
    [InlineData("NOBODY KNOWS", 0x0043_0010u, 0x0043_1010u)]
    public void In_an_implicit_file_items_override_a_private_dictionary_without_a_warning(string creator, uint creatorTag, uint tag)
    {
        foreach (bool isDefined in (bool[])[false, true])
        {
            DatasetBuilder item = DatasetBuilder.Implicit().With(0x0008_0060, "CS", "OT").With(0x0010_0020, "LO", "OTHER");
            DatasetBuilder builder = DatasetBuilder.Implicit().With(0x0010_0020, "LO", "ID1").With(creatorTag, "LO", creator);
            builder = isDefined ? builder.WithSequence(tag, item, item) : builder.WithUndefinedLengthSequence(tag, item, item);
            DicomFile file = DicomFile.Open(builder.With(0x0050_0004, "CS", "LAST").ToFile());
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal("OTHER", file.Dataset[new DicomTag(tag)]!.Items[1]["PatientID"]!.Value);
            Assert.Equal("LAST", file.Dataset[new DicomTag(0x0050_0004)]!.RawValue);
            Assert.Empty(file.Warnings);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Unknown_values_of_defined_length_that_items_fill_are_sequences(bool isExplicitInside)
    {
        var item = new DatasetBuilder(isExplicitInside).With(0x0008_1150, "UI", "1.2").With(0x0008_1155, "UI", "1.2.3");
        byte[] items = new DatasetBuilder(isExplicitInside).WithSequence(0, item, item).ToBytes()[(isExplicitInside ? 12 : 8)..];
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithValue(0x0029_1010, "UN", items).WithValue(0x0029_1011, "UN", [.. items, 0, 0]).With(0x0040_DB00, "CS", "LAST").ToFile());
        Assert.Equal("1.2.3", file.Dataset[new DicomTag(0x0029_1010)]!.Items[1]["ReferencedSOPInstanceUID"]!.Value);
        Assert.Same(DicomVR.UN, file.Dataset[new DicomTag(0x0029_1011)]!.VR);
        Assert.Equal("LAST", file.Dataset["TemplateIdentifier"]!.Value);
    }

    [Fact]
    public void Fragments_of_a_private_value_are_no_items()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().WithFragments(0x0029_1010, [], [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46]).ToFile());
        Assert.Equal(2, file.Dataset.Elements[0].Fragments.Count);
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void A_value_of_undefined_length_without_a_delimiter_has_a_warning()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .WithHeader(0x0008_1030, "LO", Undefined).WithBytes("A study "u8.ToArray()).With(0x0010_0020, "LO", "ID1").ToFile());
        Assert.Contains("(0008,1030)", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_undefined_length_ends_with_the_item_that_holds_it()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder()
            .WithHeader(0x0040_A730, "SQ", Undefined)
            .WithItemHeader(Undefined).WithHeader(0x0040_A160, "UT", Undefined).WithBytes("report"u8.ToArray()).WithItemDelimiter()
            .WithSequenceDelimiter().With(0x0040_DB00, "CS", "LAST").ToFile());
        Assert.Equal("report", file.Dataset["ContentSequence"]!.Items[0]["TextValue"]!.Value);
        Assert.Equal("LAST", file.Dataset["TemplateIdentifier"]!.Value);
        Assert.Single(file.Warnings);
    }

    private static DicomFile AssertNested(DatasetBuilder builder)
    {
        DicomFile file = DicomFile.Open(builder.ToFile());
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Equal("OTHER", Assert.Single(file.Dataset["RequestAttributesSequence"]!.Items)["PatientID"]!.Value);
        Assert.Equal("LAST", file.Dataset["TemplateIdentifier"]!.Value);
        Assert.Equal(3, file.Dataset.Elements.Count);
        Assert.NotEmpty(file.Warnings);
        return file;
    }
}
