namespace PSDicom.Core.Tests.IO;

/// <summary>Zeros within a file, or in place of missing data.</summary>
public class ZeroTests
{
    public static TheoryData<bool, bool> Encodings => new() { { true, false }, { false, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Elements_after_zeros_are_read(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        foreach (int count in (int[])[4, 8, 10, 12, 64, 127, 4096, 100_000])
        {
            DicomFile file = DicomFile.Open(Item().With(0x0010_0020, "LO", "ID1").WithBytes(new byte[count])
                .With(0x0020_0010, "SH", "STUDY").With(0x0028_0010, "US", 3).ToFile());
            Assert.Equal(["ID1", "STUDY", (ushort)3], file.Dataset.Elements.Select(element => element.Value));
            Assert.Contains($"{count} zero bytes", Assert.Single(file.Warnings).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void So_is_what_follows_them_within_items(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        DatasetBuilder Holed() => Item().With(0x0008_1150, "UI", "1.2").WithBytes(new byte[24]).With(0x0008_1155, "UI", "1.3").WithBytes(new byte[16]);
        DicomFile file = DicomFile.Open(Item().WithSequence(0x0008_1140, Holed(), Holed()).WithUndefinedLengthSequence(0x0008_2112, Holed(), Holed())
            .With(0x0010_0020, "LO", "ID1").ToFile());
        foreach (DicomDataset item in file.Dataset["ReferencedImageSequence"]!.Items.Concat(file.Dataset["SourceImageSequence"]!.Items))
            Assert.Equal(["1.2", "1.3"], item.Elements.Select(element => element.Value));
        Assert.Equal(4, file.Dataset["ReferencedImageSequence"]!.Items.Count + file.Dataset["SourceImageSequence"]!.Items.Count);
        Assert.Equal("ID1", file.Dataset["PatientID"]!.Value);
        Assert.NotEmpty(file.Warnings);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_copy_that_was_interrupted_has_a_warning(bool isExplicit, bool isBigEndian)
    {
        DatasetBuilder Item() => new(isExplicit, isBigEndian);
        byte[] file = Item().With(0x0008_0060, "CS", "CT").WithUndefinedLengthSequence(0x0008_1140, Item().With(0x0008_1155, "UI", "1.3"))
            .WithSequence(0x0008_2112, Item().With(0x0008_1155, "UI", "1.3"))
            .With(0x0010_0020, "LO", "ID1").With(0x0028_0010, "US", 3).WithValue(0x7FE0_0010, "OW", new byte[5000]).ToFile();
        Assert.Empty(DicomFile.Open(file).Warnings);

        // From the data set's third element on to the header of the pixel data: zeros from there to the file's end.
        int start = Item().With(0x0008_0060, "CS", "CT").ToFile().Length;
        for (int length = start; length < file.Length - 5000 - 12; length++)
        {
            byte[] interrupted = new byte[file.Length];
            file.AsSpan(0, length).CopyTo(interrupted);
            Assert.True(DicomFile.Open(interrupted).Warnings.Count > 0, $"written to {length}");
        }
    }

    [Fact]
    public void Zeros_behind_pixel_data_are_padding()
    {
        byte[] file = new DatasetBuilder().With(0x0010_0020, "LO", "ID1").WithValue(0x7FE0_0010, "OW", 1, 2, 3, 4).ToFile();
        foreach (int count in (int[])[1, 2, 8, 13, 512, 100_000]) Assert.Empty(DicomFile.Open((byte[])[.. file, .. new byte[count]]).Warnings);
    }
}
