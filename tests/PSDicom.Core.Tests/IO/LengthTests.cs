namespace PSDicom.Core.Tests.IO;

/// <summary>Lengths of items, sequences and values that contradict each other: read as far as they make sense, with a warning.</summary>
public class LengthTests
{
    private const uint Undefined = 0xFFFF_FFFF;

    public static TheoryData<bool, bool> Encodings => new() { { true, false }, { false, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_item_that_is_too_short_keeps_its_elements(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        DatasetBuilder first = Item().With(0x0008_1150, "UI", "1.2");
        byte[] item = [.. first.ToBytes(), .. Item().With(0x0010_0020, "LO", "OTHER").ToBytes()];
        uint shortLength = (uint)first.ToBytes().Length;
        foreach (uint length in (uint[])[Undefined, (uint)(2 * item.Length) + 16])
        {
            DatasetBuilder builder = Item().With(0x0008_1110, "SQ", Array.Empty<double>()).WithHeader(0x0008_1140, "SQ", length)
                .WithItemHeader(shortLength).WithBytes(item).WithItemHeader(shortLength).WithBytes(item);
            if (length == Undefined) builder.WithSequenceDelimiter();
            DicomFile file = DicomFile.Open(builder.With(0x0010_0020, "LO", "ID1").ToFile());
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal(["OTHER", "OTHER"], file.Dataset["ReferencedImageSequence"]!.Items.Select(each => each["PatientID"]!.Value));
            Assert.Contains("length of an item", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_header_of_undefined_length_beyond_the_end_of_its_item_has_no_value(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().With(0x0008_0100, "SH", "A").WithHeader(0x0040_A160, "UT", Undefined).ToBytes();
        int header = isExplicit ? 12 : 8;
        for (int inside = 1; inside < header; inside++)
        {
            int length = item.Length - header + inside;
            DicomFile file = DicomFile.Open(Item().WithHeader(0x0008_1032, "SQ", (uint)length + 8)
                .WithItemHeader((uint)length).WithBytes(item).With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "ID1").ToFile());
            Assert.Equal("A", file.Dataset["ProcedureCodeSequence"]!.Items[0]["CodeValue"]!.Value);
            Assert.NotEmpty(file.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_sequence_that_is_too_short_keeps_its_items(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().With(0x0008_0100, "SH", "A").With(0x0008_0104, "LO", "proc").ToBytes();
        int first = Item().With(0x0008_0100, "SH", "A").ToBytes().Length;

        // In the first item's second element, after its first, after the first item, within the second.
        foreach (int length in (int[])[8 + first + 2, 8 + first, 8 + item.Length, 16 + item.Length + first])
        {
            DicomFile file = DicomFile.Open(Item().WithHeader(0x0008_1032, "SQ", (uint)length)
                .WithItemHeader((uint)item.Length).WithBytes(item).WithItemHeader((uint)item.Length).WithBytes(item)
                .With(0x0010_0020, "LO", "ID1").ToFile());
            Assert.Equal(["proc", "proc"], file.Dataset["ProcedureCodeSequence"]!.Items.Select(each => each["CodeMeaning"]!.Value));
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal(2, file.Dataset.Elements.Count);
            Assert.NotEmpty(file.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_sequence_that_is_too_long_does_not_include_elements_after_its_items(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().With(0x0040_A043, "SQ", Array.Empty<double>()).With(0x0040_A160, "UT", "text").ToBytes();
        DicomFile file = DicomFile.Open(Item().WithHeader(0x0008_1032, "SQ", (uint)item.Length + 60)
            .WithItemHeader((uint)item.Length).WithBytes(item)
            .With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "ID1").With(0x0020_0010, "SH", "STUDY").With(0x0020_000D, "UI", "1.2").ToFile());
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Equal("text", file.Dataset["ProcedureCodeSequence"]!.Items[0]["TextValue"]!.Value);
        Assert.Contains("beyond its items", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_item_that_is_too_long_ends_with_its_sequence(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().With(0x0008_0100, "SH", "A").ToBytes();
        foreach (uint length in (uint[])[Undefined, (uint)item.Length + 8])
        {
            DatasetBuilder builder = Item().WithHeader(0x0008_1032, "SQ", length).WithItemHeader((uint)item.Length + 12).WithBytes(item);
            if (length == Undefined) builder.WithSequenceDelimiter();
            DicomFile file = DicomFile.Open(builder.With(0x0010_0020, "LO", "ID1").With(0x0020_000D, "UI", "1.2").ToFile());
            Assert.Equal("A", Assert.Single(file.Dataset["ProcedureCodeSequence"]!.Items)["CodeValue"]!.Value);
            Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
            Assert.Equal("1.2", file.Dataset["StudyInstanceUID"]!.Value);
            Assert.NotEmpty(file.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_value_that_is_longer_than_its_item_does_not_take_the_next_one(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] item = Item().With(0x0008_0100, "SH", "A").WithHeader(0x0008_0104, "LO", 200).WithBytes("proc"u8.ToArray()).ToBytes();
        byte[] second = Item().With(0x0008_0100, "SH", "B").ToBytes();
        DicomFile file = DicomFile.Open(Item().WithHeader(0x0008_1032, "SQ", (uint)(item.Length + second.Length) + 16)
            .WithItemHeader((uint)item.Length).WithBytes(item).WithItemHeader((uint)second.Length).WithBytes(second)
            .With(0x0010_0020, "LO", "ID1").With(0x0010_4000, "LT", new string('x', 300)).ToFile());
        Assert.Equal(["A", "B"], file.Dataset["ProcedureCodeSequence"]!.Items.Select(each => each["CodeValue"]!.Value));
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.Contains("(0008,0104)", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_element_that_is_there_twice_every_way_to_ask_gives_the_first()
    {
        byte[] bytes = new DatasetBuilder().With(0x0010_0020, "LO", "first").With(0x0010_0020, "LO", "second")
            .WithSequence(0x0040_0275, new DatasetBuilder().With(0x0010_0020, "LO", "a").With(0x0010_0020, "LO", "b")).ToFile();
        DicomFile whole = DicomFile.Open(bytes);
        Assert.Equal("first", whole.Dataset["PatientID"]!.Value);
        Assert.Equal("a", Assert.Single(whole.Dataset["RequestAttributesSequence"]!.Items[0].Elements).Value);
        Assert.Equal(2, whole.Warnings.Count(warning => warning.Message.Contains("more than once", StringComparison.Ordinal)));
        Assert.Equal("first", SelectionTests.Scan(bytes, 0x0010_0020).Dataset["PatientID"]!.Value);
    }

    [Fact]
    public void Of_character_sets_and_signs_that_are_there_twice_the_first_counts_too()
    {
        DicomFile file = DicomFile.Open(DatasetBuilder.Implicit()
            .With(0x0008_0005, "CS", "ISO_IR 144").With(0x0008_0005, "CS", "ISO_IR 100").WithValue(0x0010_0010, "PN", 0xBB, 0xEE)
            .With(0x0028_0103, "US", 1).With(0x0028_0103, "US", 0).With(0x0028_0106, "SS", -5).ToFile());
        Assert.Equal("Лю", file.Dataset["PatientName"]!.Value);
        Assert.Equal((short)-5, file.Dataset["SmallestImagePixelValue"]!.Value);
    }
}
