namespace PSDicom.Core.Tests.IO;

/// <summary>The encodings of the standard, read as it says (PS3.5 section 7 and annex A).</summary>
public class EncodingTests
{
    [Theory]
    [InlineData(true, false, "Explicit VR Little Endian")]
    [InlineData(false, false, "Implicit VR Little Endian: Default Transfer Syntax for DICOM")]
    [InlineData(true, true, "Explicit VR Big Endian")]
    public void Every_encoding_gives_the_same_values(bool isExplicit, bool isBigEndian, string name)
    {
        DicomFile file = DicomFile.Open(Example(isExplicit, isBigEndian).ToFile());

        Assert.StartsWith(name[..12], file.TransferSyntax.Name, StringComparison.Ordinal);
        AssertIsExample(file.Dataset);
        Assert.Empty(file.Warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deflated_data_sets_are_inflated_be_they_raw_or_wrapped_by_zlib(bool isWrapped)
    {
        byte[] dataset = Example().ToBytes();
        byte[] deflated = DatasetBuilder.Deflate(dataset);
        if (isWrapped) deflated = [0x78, 0x9C, .. deflated, 0, 0, 0, 0];

        DicomFile file = DicomFile.Open((byte[])[.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. deflated]);

        Assert.True(file.TransferSyntax.IsDeflated);
        AssertIsExample(file.Dataset);
    }

    [Fact]
    public void Ge_syntax_is_implicit_little_endian_with_big_endian_pixels()
    {
        DicomFile file = DicomFile.Open(Example(isExplicit: false).ToFile("1.2.840.113619.5.2"));

        AssertIsExample(file.Dataset);
        Assert.True(file.TransferSyntax.IsBigEndianPixelData);
        Assert.False(file.TransferSyntax.IsBigEndian);
    }

    [Fact]
    public void Offsets_and_lengths_are_those_of_the_file()
    {
        byte[] bytes = Example().ToFile();
        DicomFile file = DicomFile.Open(bytes);
        DicomElement id = file.Dataset["PatientID"]!;
        Assert.Equal("ID1 "u8.ToArray(), bytes.AsSpan((int)id.Offset, (int)id.Length).ToArray());
        Assert.Equal(4, id.ByteLength);
        Assert.Equal(bytes.Length, file.Length);
    }

    [Fact]
    public void Sequences_of_undefined_length_have_length_minus_1()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().WithUndefinedLengthSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1155, "UI", "1.2")).ToFile());
        DicomElement sequence = file.Dataset["ReferencedImageSequence"]!;
        Assert.Equal(-1, sequence.Length);
        Assert.Equal("1.2", sequence.Items[0]["ReferencedSOPInstanceUID"]!.Value);
        Assert.Equal(8 + 12 + 8, sequence.ByteLength);
    }

    [Fact]
    public void Items_name_the_data_set_around_them()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().WithSequence(0x0008_1140, new DatasetBuilder().WithSequence(0x0040_A170, new DatasetBuilder())).ToFile());
        DicomDataset inner = file.Dataset.Elements[0].Items[0].Elements[0].Items[0];
        Assert.Same(file.Dataset, inner.Parent!.Parent);
        Assert.Empty(inner.Elements);
    }

    [Fact]
    public void Encapsulated_values_are_fragments_the_offset_table_first()
    {
        DicomFile file = DicomFile.Open(new DatasetBuilder().WithFragments(0x7FE0_0010, [0, 0, 0, 0], [1, 2], [3, 4, 5, 6]).WithValue(0xFFFC_FFFC, "OB", 0, 0).ToFile(DatasetBuilder.JpegBaseline));
        DicomElement pixels = file.Dataset["PixelData"]!;
        Assert.True(pixels.IsEncapsulated);
        Assert.Equal([4L, 2, 4], pixels.Fragments.Select(fragment => fragment.Length));
        Assert.Equal(pixels.Offset + 8, pixels.Fragments[0].Offset);
        Assert.Equal(3 * 8 + 10, pixels.ByteLength);
        Assert.NotNull(file.Dataset[new DicomTag(0xFFFC_FFFC)]);
    }

    private static DatasetBuilder Example(bool isExplicit = true, bool isBigEndian = false)
    {
        DatasetBuilder Builder() => new(isExplicit, isBigEndian);
        return Builder()
            .With(0x0008_0060, "CS", "CT")
            .WithSequence(0x0008_1140, Builder().With(0x0008_1155, "UI", "1.2.3"), Builder().With(0x0008_1155, "UI", "1.2.4"))
            .With(0x0010_0020, "LO", "ID1")
            .With(0x0018_9073, "FD", 1.5)
            .With(0x0028_0010, "US", 512)
            .With(0x0028_0103, "US", 1)
            .With(0x0028_0106, "SS", -5)
            .With(0x0028_0009, "AT", 0x0018_1063)
            .WithUndefinedLengthSequence(0x0040_0275, Builder().With(0x0040_0009, "SH", "step"))
            .With(0x7FE0_0010, "OW", 1, 2, 3);
    }

    private static void AssertIsExample(DicomDataset dataset)
    {
        Assert.Equal("CT", dataset["Modality"]!.Value);
        Assert.Equal(["1.2.3", "1.2.4"], dataset["ReferencedImageSequence"]!.Items.Select(item => item["ReferencedSOPInstanceUID"]!.Value));
        Assert.Equal("ID1", dataset["PatientID"]!.Value);
        Assert.Equal(1.5, dataset["AcquisitionDuration"]!.Value);
        Assert.Equal((ushort)512, dataset["Rows"]!.Value);
        Assert.Equal((short)-5, dataset["SmallestImagePixelValue"]!.Value);
        Assert.Equal(new DicomTag(0x0018_1063), dataset["FrameIncrementPointer"]!.Value);
        Assert.Equal("step", dataset["RequestAttributesSequence"]!.Items[0]["ScheduledProcedureStepID"]!.Value);
        Assert.Equal(6, ((byte[])dataset["PixelData"]!.Value!).Length);
        Assert.Equal(9, dataset.Elements.Count - 1);
    }
}
