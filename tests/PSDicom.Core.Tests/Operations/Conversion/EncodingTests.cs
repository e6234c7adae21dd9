using PSDicom.Operations.Conversion;

namespace PSDicom.Core.Tests.Operations.Conversion;

/// <summary>Data sets get another encoding: explicit, implicit, big endian, deflated; nothing else changes.</summary>
public class EncodingTests
{
    private const string Big = "ExplicitBigEndian", Explicit = "Native", Implicit = "ImplicitLittleEndian";

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (string from in (string[])[Explicit, Implicit, Big]) foreach (string to in (string[])[Explicit, Implicit, Big]) if (from != to) pairs.Add(from, to);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_element_is_encoded_anew(string from, string to)
    {
        Assert.Equal(Made(to).ToBytes(), Converting.DatasetTo(to, File(Made(from), from)));
        Assert.Equal(UidOf(to), DicomFile.Open(Converting.To(to, File(Made(from), from)).Bytes).FileMeta.GetText(DicomTag.TransferSyntaxUID));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Undefined_lengths_stay_undefined(string from, string to)
    {
        DatasetBuilder Sequence(string encoding) => New(encoding).WithUndefinedLengthSequence(
            0x0040_0275, New(encoding).With(0x0008_0060, "CS", "CT"), New(encoding).WithUndefinedLengthSequence(0x0040_0008, New(encoding).With(0x0028_0010, "US", 512)));
        Assert.Equal(Sequence(to).ToBytes(), Converting.DatasetTo(to, File(Sequence(from), from)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Group_lengths_follow(string from, string to)
    {
        DatasetBuilder WithLength(string encoding)
        {
            int length = New(encoding).With(0x0008_0060, "CS", "CT").With(0x0008_1140, "SQ").ToBytes().Length;
            return New(encoding).With(0x0008_0000, "UL", length).With(0x0008_0060, "CS", "CT").WithEmpty(0x0008_1140, "SQ").With(0x0010_0020, "LO", "AB");
        }

        Assert.Equal(WithLength(to).ToBytes(), Converting.DatasetTo(to, File(WithLength(from), from)));
    }

    [Theory]
    [InlineData(Implicit)]
    [InlineData(Big)]
    public void Unknown_elements_become_UN_and_come_back(string other)
    {
        byte[] value = [1, 2, 3, 4, 5, 6];
        DatasetBuilder item = DatasetBuilder.Implicit().With(0x0029_1012, "LO", "in");
        byte[] before = DatasetBuilder.Implicit().With(0x0029_0010, "LO", "NOBODY KNOWS").WithValue(0x0029_1010, "OB", value).WithSequence(0x0029_1011, item).ToFile(DatasetBuilder.ImplicitLittleEndian);
        byte[] converted = Converting.To(other == Big ? Big : Explicit, before).Bytes;
        DicomFile read = DicomFile.Open(converted);
        Assert.Equal(value, read.Dataset[new DicomTag(0x0029_1010)]!.ReadBytes());
        Assert.Equal(DicomVR.UN, read.Dataset[new DicomTag(0x0029_1010)]!.VR);
        Assert.Equal(item.ToBytes().Length, (int)Assert.Single(read.Dataset[new DicomTag(0x0029_1011)]!.Items).GetElements()[0].ByteLength + 8);
        Assert.Equal(PSDicom.Core.Tests.Editing.Rewriting.Dataset(before), Converting.DatasetTo(Implicit, converted));
    }

    [Fact]
    public void A_value_that_is_too_long_for_its_representation_becomes_UN()
    {
        string text = new('7', 70_000);
        byte[] converted = Converting.To(Explicit, DatasetBuilder.Implicit().With(0x0028_3006, "US", 1).With(0x0070_0006, "ST", text).ToFile(DatasetBuilder.ImplicitLittleEndian)).Bytes;
        Assert.Contains("UN\0\0", System.Text.Encoding.ASCII.GetString(converted), StringComparison.Ordinal);
        Assert.Equal(text, DicomFile.Open(converted).Dataset.GetText(new DicomTag(0x0070_0006)));
    }

    [Theory]
    [InlineData(1, "SS")]
    [InlineData(0, "US")]
    public void The_sign_of_the_pixels_decides_between_US_and_SS(int sign, string vr)
    {
        DatasetBuilder Made(DatasetBuilder builder) => builder.With(0x0028_0103, "US", sign).With(0x0028_0106, vr, 5);
        Assert.Equal(Made(new DatasetBuilder()).ToBytes(), Converting.DatasetTo(Explicit, Made(DatasetBuilder.Implicit()).ToFile(DatasetBuilder.ImplicitLittleEndian)));
    }

    [Fact]
    public void Private_representations_that_are_lost_are_a_warning()
    {
        byte[] before = new DatasetBuilder().With(0x0029_0010, "LO", "NOBODY KNOWS").With(0x0029_1010, "FD", 1.5).With(0x0029_1011, "UN", "ab").ToFile();
        Assert.Contains("1 private elements are lost", Assert.Single(Converting.To(Implicit, before).Result.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.Empty(Converting.To(Big, before).Result.GetWarnings());
    }

    [Theory]
    [InlineData(Explicit)]
    [InlineData(Implicit)]
    [InlineData(Big)]
    public void A_data_set_is_deflated_and_comes_back(string from)
    {
        byte[] before = File(Made(from), from);
        (DicomConversion result, byte[] deflated) = Converting.To("Deflated", before);
        Assert.True(DicomFile.Open(deflated).Parts.IsDeflated);
        Assert.Equal(0, deflated.Length % 2);
        Assert.Equal((true, "1.2.840.10008.1.2.1.99"), (result.IsChanged, result.TransferSyntax.UID));
        foreach (string to in (string[])[Explicit, Implicit, Big]) Assert.Equal(Made(to).ToBytes(), Converting.DatasetTo(to, deflated));
    }

    [Fact]
    public void A_file_without_meta_information_gets_some()
    {
        DatasetBuilder dataset = DatasetBuilder.Implicit().With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7").With(0x0008_0018, "UI", "1.2.3").With(0x0010_0020, "LO", "AB");
        foreach (byte[] before in (byte[][])[dataset.ToBytes(), [.. DatasetBuilder.Preamble(), .. dataset.ToBytes()]])
        {
            byte[] after = Converting.To(Explicit, before).Bytes;
            DicomFile read = DicomFile.Open(after);
            Assert.Empty(read.Warnings);
            Assert.Equal("DICM"u8.ToArray(), after[128..132]);
            Assert.Equal(
                ("1.2.840.10008.5.1.4.1.1.7", "1.2.3", "1.2.840.10008.1.2.1"),
                (read.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID), read.FileMeta.GetText(DicomTag.MediaStorageSOPInstanceUID), read.FileMeta.GetText(DicomTag.TransferSyntaxUID)));
            Assert.Equal("AB", read.Dataset.GetText(DicomTag.PatientID));
        }
    }

    [Fact]
    public void A_file_of_the_transfer_syntax_is_copied_as_it_is()
    {
        byte[] before = File(Made(Explicit), Explicit);
        (DicomConversion result, byte[] after) = Converting.To(Explicit, before);
        Assert.False(result.IsChanged);
        Assert.Equal(before, after);
        Assert.Equal((before.Length, 1.0), (result.Length, result.Ratio));
    }

    [Fact]
    public void A_wrong_declaration_becomes_right()
    {
        byte[] before = DatasetBuilder.Implicit().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "AB").With(0x0028_0010, "US", 5).ToFile(DatasetBuilder.ExplicitLittleEndian);
        Assert.Equal(new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "AB").With(0x0028_0010, "US", 5).ToBytes(), Converting.DatasetTo(Explicit, before));
    }

    [Fact]
    public void Truncated_files_and_directories_are_refused()
    {
        Assert.Equal(DicomErrorReason.Truncated, Converting.RefusalOf(Implicit, File(Made(Explicit), Explicit)[..^3]));
        Assert.Equal(DicomErrorReason.DirectoryNotEditable, Converting.RefusalOf(Implicit, new DatasetBuilder().WithSequence(0x0004_1220, new DatasetBuilder().With(0x0010_0020, "LO", "A")).ToFile()));
    }

    [Fact]
    public void Names_keywords_and_identifiers_name_transfer_syntaxes()
    {
        Assert.Equal("1.2.840.10008.1.2.4.80", WritableSyntaxes.Parse("jpeglslossless").UID);
        Assert.Equal("1.2.840.10008.1.2.4.80", WritableSyntaxes.Parse("1.2.840.10008.1.2.4.80").UID);
        Assert.Equal("1.2.840.10008.1.2.4.80", WritableSyntaxes.Parse("JPEG-LS Lossless Image Compression").UID);
        Assert.Equal("1.2.840.10008.1.2.1", WritableSyntaxes.Parse("ExplicitVRLittleEndian").UID);
        Assert.All(WritableSyntaxes.Names, name => Assert.True(WritableSyntaxes.Contains(WritableSyntaxes.Parse(name))));
        Assert.Equal(WritableSyntaxes.All.Count, WritableSyntaxes.All.Distinct().Count());
        Assert.Equal(DicomErrorReason.UnknownTransferSyntax, Assert.Throws<DicomException>(() => WritableSyntaxes.Parse("MPEG2MPML")).Reason);
    }

    [Fact]
    public void Options_that_contradict_each_other_are_a_wrong_call()
    {
        static FileConversionOptions Of(string syntax) => new() { TransferSyntax = WritableSyntaxes.Parse(syntax) };
        Assert.Throws<ArgumentException>(() => (Of("Native") with { Quality = 90 }).Validate());
        Assert.Throws<ArgumentException>(() => (Of("Jpeg") with { NearLossless = 1 }).Validate());
        Assert.Throws<ArgumentException>(() => (Of("Jpeg") with { Ratio = 10 }).Validate());
        Assert.Throws<ArgumentException>(() => (Of("Jpeg") with { Quality = 101 }).Validate());
        Assert.Throws<ArgumentException>(() => (Of("Jpeg2000") with { Ratio = 0.5 }).Validate());
        Assert.Throws<ArgumentException>(() => (Of("Jpeg2000") with { Ratio = 5, Quality = 5 }).Validate());
        Assert.Throws<ArgumentException>(() => new FileConversionOptions { TransferSyntax = DicomTransferSyntax.Find("1.2.840.10008.1.2.4.100")! }.Validate());
        (Of("Jpeg2000") with { Ratio = 5 }).Validate();
    }

    /// <summary>Elements of every kind, at two depths.</summary>
    private static DatasetBuilder Made(string encoding) => Elements(encoding)
        .WithSequence(0x0040_0275, Elements(encoding).WithEmpty(0x0040_0009, "SH"), New(encoding))
        .With(0x0040_A161, "FD", 2.5).With(0x0066_0016, "OF", 1, 2);

    private static DatasetBuilder Elements(string encoding) => New(encoding)
        .With(0x0008_0005, "CS", "ISO_IR 192").With(0x0008_0060, "CS", "CT").With(0x0018_1310, "US", 1, 2, 3, 258)
        .WithValue(0x0020_9165, "AT", encoding == Big ? [0, 0x28, 0, 0x10] : [0x28, 0, 0x10, 0]).With(0x0028_0010, "US", 0x1234).With(0x0028_1201, "OW", 1, 2, 3);

    private static DatasetBuilder New(string encoding) => encoding switch
    {
        Implicit => DatasetBuilder.Implicit(),
        Big => DatasetBuilder.BigEndian(),
        _ => new DatasetBuilder(),
    };

    private static string UidOf(string encoding) => WritableSyntaxes.Parse(encoding).UID;

    private static byte[] File(DatasetBuilder builder, string encoding) => builder.ToFile(UidOf(encoding));
}
