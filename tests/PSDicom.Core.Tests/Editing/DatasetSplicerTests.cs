using PSDicom.Codecs.Deflate;
using PSDicom.Editing;

namespace PSDicom.Core.Tests.Editing;

/// <summary>Each oddity of a file stays as it is where nothing was asked for, and lengths follow where something was.</summary>
public class DatasetSplicerTests
{
    private static readonly DatasetChange Longer = DatasetChange.Set("PatientID", "LONGER");

    public static TheoryData<string> Encodings => ["explicit", "implicit", "big endian"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_element_gets_a_longer_a_shorter_or_an_equal_value(string encoding)
    {
        foreach (string value in (string[])["X", "12", "LONGER VALUE"])
        {
            byte[] after = Rewriting.ApplyTo(Builder(encoding).With(0x00080060, "CS", "CT").With(0x00100020, "LO", "AB").With(0x00280010, "US", 512), DatasetChange.Set("PatientID", value));
            Assert.Equal(Builder(encoding).With(0x00080060, "CS", "CT").With(0x00100020, "LO", value.Length % 2 == 1 ? value + " " : value).With(0x00280010, "US", 512).ToBytes(), after);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_missing_element_is_added_in_the_order_of_tags(string encoding)
    {
        byte[] after = Rewriting.ApplyTo(
            Builder(encoding).With(0x00080060, "CS", "CT").With(0x00280010, "US", 512),
            DatasetChange.Set("PatientID", "AB"), DatasetChange.Set("Columns", 256), DatasetChange.Set("StudyDate", "20200131"));
        Assert.Equal(
            Builder(encoding).With(0x00080020, "DA", "20200131").With(0x00080060, "CS", "CT").With(0x00100020, "LO", "AB").With(0x00280010, "US", 512).With(0x00280011, "US", 256).ToBytes(),
            after);
    }

    [Fact]
    public void An_element_is_removed_and_emptied()
    {
        DatasetBuilder before = new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100010, "PN", "Doe").With(0x00100020, "LO", "AB");
        Assert.Equal(new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", "AB").ToBytes(), Rewriting.ApplyTo(before, DatasetChange.Remove("PatientName")));
        Assert.Equal(
            new DatasetBuilder().With(0x00080060, "CS", "CT").WithEmpty(0x00100010, "PN").With(0x00100020, "LO", "AB").ToBytes(),
            Rewriting.ApplyTo(before, DatasetChange.Set("PatientName", null)));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Defined_lengths_around_a_change_follow_it_and_undefined_ones_stay(string encoding)
    {
        DatasetBuilder Made(string value, string other) => Builder(encoding)
            .WithSequence(0x00081111, Builder(encoding).With(0x00080060, "CS", "CT").WithSequence(0x00081140, Builder(encoding).With(0x00100020, "LO", value)), Builder(encoding).With(0x00100010, "PN", "A^"))
            .WithUndefinedLengthSequence(0x00081115, Builder(encoding).With(0x00100020, "LO", other), Builder(encoding))
            .WithSequence(0x00081150, Builder(encoding).With(0x00100020, "LO", "same"));
        byte[] after = Rewriting.ApplyTo(
            Made("AB", "CD"),
            DatasetChange.Set("(0008,1111)[0].(0008,1140)[0].PatientID", "LONGER"),
            DatasetChange.Set("ReferencedSeriesSequence[0].PatientID", "LONGER STILL"));
        Assert.Equal(Made("LONGER", "LONGER STILL").ToBytes(), after);
    }

    [Fact]
    public void Group_lengths_of_changed_groups_are_recomputed_where_they_are_and_others_stay()
    {
        // Wrong ones stay too, if nothing in their group changes.
        DatasetBuilder Made(uint eight, uint inner, uint ten, string value) => new DatasetBuilder()
            .With(0x00080000, "UL", eight).WithSequence(0x00081140, new DatasetBuilder().With(0x00080000, "UL", 77).With(0x00080060, "CS", "CT").With(0x00100000, "UL", inner).With(0x00100020, "LO", value))
            .With(0x00100000, "UL", ten).With(0x00100020, "LO", value)
            .With(0x00280000, "UL", 99).With(0x00280010, "US", 512);
        byte[] after = Rewriting.ApplyTo(Made(1, 2, 3, "AB"), DatasetChange.Set("PatientID", "LONGER", isNested: true));
        Assert.Equal(Made(12 + 8 + 12 + 10 + 12 + 14, 14, 14, "LONGER").ToBytes(), after);
    }

    [Fact]
    public void Elements_added_at_the_end_of_a_group_count_in_its_length()
    {
        byte[] after = Rewriting.ApplyTo(new DatasetBuilder().With(0x00100000, "UL", 10).With(0x00100020, "LO", "AB").With(0x00280010, "US", 512), DatasetChange.Set("PatientBirthName", "A^"));
        Assert.Equal(new DatasetBuilder().With(0x00100000, "UL", 20).With(0x00100020, "LO", "AB").With(0x00101005, "PN", "A^").With(0x00280010, "US", 512).ToBytes(), after);
    }

    [Fact]
    public void Padding_odd_lengths_and_blank_values_stay_where_nothing_changes()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder()
            .WithHeader(0x00080018, "UI", 5).WithBytes([.. "1.2.3"u8])
            .With(0x00080050, "SH", "A\0").WithHeader(0x00080060, "CS", 3).WithBytes([.. "CT "u8])
            .With(0x00100010, "PN", "    ").With(0x00100020, "LO", value).With(0x00321060, "LO", "  x ");
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
    }

    [Fact]
    public void New_values_are_padded_by_their_value_representation()
    {
        byte[] after = Rewriting.ApplyTo(
            new DatasetBuilder().With(0x00080060, "CS", "CT"),
            DatasetChange.Set("StudyInstanceUID", "1.2"), DatasetChange.Set("PatientID", "ABC"), DatasetChange.Set("(0042,0011)", new byte[] { 1, 2, 3 }));
        Assert.Equal(
            new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", "ABC ").WithValue(0x0020000D, "UI", [.. "1.2\0"u8]).WithValue(0x00420011, "OB", 1, 2, 3, 0).ToBytes(),
            after);
    }

    [Theory]
    [InlineData("OX")]
    [InlineData("??")]
    public void Unknown_value_representations_stay_where_nothing_changes(string vr)
    {
        byte[] header = [0x08, 0, 0x60, 0, (byte)vr[0], (byte)vr[1], 4, 0, .. "CTCT"u8];
        DatasetBuilder Made(string value) => new DatasetBuilder().WithBytes(header).With(0x00100010, "PN", "Doe^").With(0x00100020, "LO", value);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
    }

    [Fact]
    public void An_element_with_an_unknown_or_no_value_representation_gets_that_of_the_dictionary()
    {
        byte[] after = Rewriting.ApplyTo(new DatasetBuilder().With(0x00080060, "CS", "CT").WithValue(0x00100020, "UN", [.. "AB"u8]).With(0x00280010, "US", 512), Longer);
        Assert.Equal(new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", "LONGER").With(0x00280010, "US", 512).ToBytes(), after);
    }

    [Fact]
    public void A_value_too_long_for_a_short_length_is_written_as_UN()
    {
        string value = string.Join("\\", Enumerable.Repeat("1234567.5", 7000));
        byte[] after = Rewriting.ApplyTo(new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x30060050, "DS", "1\\2\\3 "), DatasetChange.Set("ContourData", value.Substring(0, value.Length - 10)));
        DicomElement element = DicomFile.Open(new DatasetBuilder().ToFile().Concat(after).ToArray()).Dataset[new DicomTag(0x30060050)]!;
        Assert.Equal((DicomVR.DS, 6999), (element.VR, element.ValueMultiplicity));
        Assert.Contains("UN\0\0", System.Text.Encoding.Latin1.GetString(after), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_an_unknown_value_stay_implicit()
    {
        DatasetBuilder Item(string value) => DatasetBuilder.Implicit().With(0x00080060, "CS", "CT").With(0x00100020, "LO", value);
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00080060, "CS", "CT").WithUndefinedLength(0x00081140, "UN", Item(value)).With(0x00280010, "US", 512);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), DatasetChange.Set("ReferencedImageSequence[0].PatientID", "LONGER")));
    }

    [Fact]
    public void Private_elements_of_implicit_data_sets_stay()
    {
        DatasetBuilder Made(string value) => DatasetBuilder.Implicit()
            .With(0x00090010, "LO", "ACME").WithValue(0x00091010, "OB", 1, 2, 3, 4).With(0x00100020, "LO", value).With(0x00290010, "LO", "ACME").WithUndefinedLengthSequence(0x00291020, DatasetBuilder.Implicit().With(0x00291030, "LO", "xy"));
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
    }

    [Fact]
    public void Elements_out_of_order_stay_so()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00280010, "US", 512).With(0x00100020, "LO", value).With(0x00080060, "CS", "CT");
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
    }

    [Fact]
    public void Duplicates_stay_and_changing_one_is_an_error_unless_allowed()
    {
        DatasetBuilder Made(string value, string twice) => new DatasetBuilder().With(0x00080060, "CS", twice).With(0x00080060, "CS", twice).With(0x00100020, "LO", value);
        Assert.Equal(Made("LONGER", "CT").ToBytes(), Rewriting.ApplyTo(Made("AB", "CT"), Longer));
        Assert.Equal(DicomErrorReason.DuplicateElement, Assert.Throws<DicomException>(() => Rewriting.ApplyTo(Made("AB", "CT"), DatasetChange.Set("Modality", "MR"))).Reason);
        byte[] after = Rewriting.Apply(Made("AB", "CT").ToFile(), new EditOptions { AllowsDuplicates = true }, DatasetChange.Set("Modality", "MR"));
        Assert.Equal(Made("AB", "MR").ToBytes(), Rewriting.Dataset(after));
        after = Rewriting.Apply(Made("AB", "CT").ToFile(), new EditOptions { AllowsDuplicates = true }, DatasetChange.Remove("Modality"));
        Assert.Equal(new DatasetBuilder().With(0x00100020, "LO", "AB").ToBytes(), Rewriting.Dataset(after));
    }

    [Fact]
    public void Trailing_padding_and_trailing_rubbish_stay()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00100020, "LO", value).WithValue(0xFFFCFFFC, "OB", 0, 0, 0, 0).WithBytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
        byte[] added = Rewriting.ApplyTo(Made("AB"), DatasetChange.Set("Rows", 5));
        Assert.Equal(new DatasetBuilder().With(0x00100020, "LO", "AB").With(0x00280010, "US", 5).WithValue(0xFFFCFFFC, "OB", 0, 0, 0, 0).WithBytes(new byte[14]).ToBytes(), added);
    }

    [Fact]
    public void Stray_delimiters_stay()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00080060, "CS", "CT").WithSequenceDelimiter().With(0x00100020, "LO", value).With(0x00280010, "US", 512);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("AB"), Longer));
    }

    [Fact]
    public void Fragments_stay()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00100020, "LO", value).WithFragments(0x7FE00010, [], [1, 2, 3, 4], [5, 6]);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.Dataset(Rewriting.Apply(Made("AB").ToFile(DatasetBuilder.JpegBaseline), Longer)));
        byte[] removed = Rewriting.Dataset(Rewriting.Apply(Made("AB").ToFile(DatasetBuilder.JpegBaseline), DatasetChange.Remove("PixelData")));
        Assert.Equal(new DatasetBuilder().With(0x00100020, "LO", "AB").ToBytes(), removed);
    }

    [Fact]
    public void A_truncated_file_is_refused_unless_allowed()
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00100020, "LO", value).WithHeader(0x7FE00010, "OW", 100).WithBytes(1, 2, 3, 4);
        Assert.Equal(DicomErrorReason.Truncated, Assert.Throws<DicomException>(() => Rewriting.ApplyTo(Made("AB"), Longer)).Reason);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.Dataset(Rewriting.Apply(Made("AB").ToFile(), new EditOptions { AllowsTruncated = true }, Longer)));

        // What is added after a cut value would become part of it.
        DicomException exception = Assert.Throws<DicomException>(() => Rewriting.Apply(Made("AB").ToFile(), new EditOptions { AllowsTruncated = true }, DatasetChange.Set("(FFFC,FFFC)", new byte[] { 0, 0 })));
        Assert.Equal(DicomErrorReason.Truncated, exception.Reason);
    }

    [Fact]
    public void A_wrongly_declared_encoding_stays_as_it_is()
    {
        DatasetBuilder Made(string value) => DatasetBuilder.Implicit().With(0x00080060, "CS", "CT").With(0x00100020, "LO", value).With(0x00280010, "US", 512);
        byte[] after = Rewriting.Apply(Made("AB").ToFile(DatasetBuilder.ExplicitLittleEndian), Longer);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.Dataset(after));
        Assert.Equal(DatasetBuilder.ExplicitLittleEndian, DicomFile.Open(after).TransferSyntax.UID);
    }

    [Fact]
    public void An_implicit_element_among_explicit_ones_stays_implicit()
    {
        byte[] Element(string value) => DatasetBuilder.Implicit().With(0x00100020, "LO", value).ToBytes();
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100010, "PN", "Doe^").WithBytes(Element(value)).With(0x00280010, "US", 512).With(0x00280011, "US", 512);
        Assert.Equal(Made("LONGER").ToBytes(), Rewriting.ApplyTo(Made("ABCD"), Longer));
    }

    [Fact]
    public void A_new_element_has_the_form_of_those_around_it()
    {
        // Headers of undefined length do not tell whether they are implicit.
        DatasetBuilder Start() => DatasetBuilder.Implicit().WithUndefinedLengthSequence(0x0001_0001, DatasetBuilder.Implicit().With(0x0001_0002, "LO", "AB"));
        DatasetBuilder End(DatasetBuilder data) => data.WithValue(0x7FE0_0010, "OW", 1, 2);
        byte[] before = End(Start()).ToFile(DatasetBuilder.ExplicitLittleEndian);
        Assert.Equal(End(Start().With(0x0010_0020, "LO", "LONGER")).ToBytes(), Rewriting.Dataset(Rewriting.Apply(before, Longer)));
        Assert.Equal(
            Start().With(0x0010_0020, "LO", "LONGER").ToBytes(),
            Rewriting.Dataset(Rewriting.Apply(Start().ToFile(DatasetBuilder.ExplicitLittleEndian), Longer)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deflated_data_set_stays_deflated_as_it_was(bool isZlib)
    {
        DatasetBuilder Made(string value) => new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", value).WithValue(0x7FE00010, "OW", new byte[4000]);
        byte[] deflated = isZlib ? Zlib(Made("AB").ToBytes()) : DatasetBuilder.Deflate(Made("AB").ToBytes());
        byte[] after = Rewriting.Apply([.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. deflated], Longer);
        byte[] dataset = Rewriting.Dataset(after);
        if (isZlib) Assert.Equal(deflated[..2], dataset[..2]);
        Assert.Equal(0, dataset.Length % 2);
        using var inflated = new MemoryStream();
        using (Stream stream = isZlib ? new System.IO.Compression.ZLibStream(new MemoryStream(dataset), System.IO.Compression.CompressionMode.Decompress) : new System.IO.Compression.DeflateStream(new MemoryStream(dataset), System.IO.Compression.CompressionMode.Decompress))
            stream.CopyTo(inflated);
        Assert.Equal(Made("LONGER").ToBytes(), inflated.ToArray());
    }

    [Theory]
    [InlineData(false, 4000, 1)]
    [InlineData(false, 4000, 70_000)]
    [InlineData(false, 300_000, 33)]
    [InlineData(true, 4000, 2)]
    [InlineData(true, 300_000, 20_001)]
    public void Bytes_after_a_deflated_data_set_stay(bool isZlib, int size, int count)
    {
        var random = new Random(size + count);
        byte[] pixels = new byte[size], rest = new byte[count];
        random.NextBytes(pixels);
        random.NextBytes(rest);
        rest[0] = 7;
        byte[] Made(string value) => new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", value).WithValue(0x7FE00010, "OW", pixels).ToBytes();
        byte[] Stream(string value) => isZlib ? Zlib(Made(value)) : DatasetBuilder.Deflate(Made(value));
        byte[] before = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. Stream("AB"), .. rest];
        byte[] after = Rewriting.Apply(before, Longer);
        Assert.Equal(rest, after[^count..]);
        byte[] dataset = Rewriting.Dataset(after)[..^count];
        byte[] without = Rewriting.Dataset(Rewriting.Apply(before[..^count], Longer));
        Assert.Equal(without, dataset);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_deflated_data_set_is_refused(bool isAtElement)
    {
        byte[] first = new DatasetBuilder().With(0x00080060, "CS", "CT").With(0x00100020, "LO", "AB").ToBytes();
        byte[] more = new DatasetBuilder().WithValue(0x7FE00010, "OW", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * i))]).ToBytes();

        byte[] cut = isAtElement ? Unfinished(first) : DatasetBuilder.Deflate([.. first, .. more])[..^20];
        byte[] file = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. cut];
        Assert.Equal(DicomErrorReason.Truncated, Assert.Throws<DicomException>(() => Rewriting.Apply(file, Longer)).Reason);
    }

    /// <summary>A stream that was cut after a block that is not its last one.</summary>
    private static byte[] Unfinished(byte[] bytes)
    {
        var stream = new MemoryStream();
        using var deflater = new System.IO.Compression.DeflateStream(stream, System.IO.Compression.CompressionMode.Compress, leaveOpen: true);
        deflater.Write(bytes);
        deflater.Flush();
        return stream.ToArray();
    }

    [Fact]
    public void An_item_is_added_and_removed()
    {
        DatasetBuilder Item(string value) => new DatasetBuilder().With(0x00080060, "CS", value);
        DatasetBuilder before = new DatasetBuilder().WithSequence(0x00081140, Item("CT"), Item("MR")).WithUndefinedLengthSequence(0x00081150, Item("CT"));
        byte[] after = Rewriting.ApplyTo(before, DatasetChange.Set("ReferencedImageSequence[2].Modality", "US"), DatasetChange.Set("(0008,1150)[1].Modality", "US"));
        DatasetBuilder expected = new DatasetBuilder().WithSequence(0x00081140, Item("CT"), Item("MR"), Item("US")).WithHeader(0x00081150, "SQ", uint.MaxValue)
            .WithItemHeader(uint.MaxValue).WithBytes(Item("CT").ToBytes()).WithItemDelimiter().WithItemHeader(10).WithBytes(Item("US").ToBytes()).WithSequenceDelimiter();
        Assert.Equal(expected.ToBytes(), after);
        after = Rewriting.ApplyTo(before, DatasetChange.Remove("ReferencedImageSequence[0]"), DatasetChange.Remove("(0008,1150)[-1]"));
        Assert.Equal(new DatasetBuilder().WithSequence(0x00081140, Item("MR")).WithUndefinedLengthSequence(0x00081150).ToBytes(), after);
    }

    private static DatasetBuilder Builder(string encoding) => encoding switch
    {
        "implicit" => DatasetBuilder.Implicit(),
        "big endian" => DatasetBuilder.BigEndian(),
        _ => new DatasetBuilder(),
    };

    private static byte[] Zlib(byte[] bytes)
    {
        var deflated = new MemoryStream();
        ZlibEncoder encoder = ZlibEncoder.Start(piece => deflated.Write(piece.Array!, piece.Offset, piece.Count));
        encoder.Write(bytes);
        encoder.Complete();
        return deflated.ToArray();
    }
}
