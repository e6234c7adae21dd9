using PSDicom.Editing;

namespace PSDicom.Core.Tests.Editing;

/// <summary>Changes that keep the length of a file, and file meta information for files that have none.</summary>
public sealed class KeptLengthTests
{
    private static readonly EditOptions KeepLength = new() { KeepsLength = true };
    private static readonly EditOptions AddMeta = new() { AddsFileMeta = true };

    private static DatasetBuilder Made(string id = "ABCDEFGH") => new DatasetBuilder()
        .With(0x0008_0018, "UI", "1.2.345678")
        .With(0x0008_0020, "DA", "20200101")
        .With(0x0008_0031, "TM", "120000")
        .With(0x0010_0020, "LO", id)
        .With(0x0028_0010, "US", 512)
        .WithSequence(0x0040_0275, new DatasetBuilder().With(0x0040_1001, "SH", "R12345"))
        .WithValue(0x7FE0_0010, "OW", new byte[100]);

    [Fact]
    public void Shorter_text_is_padded_and_no_byte_moves()
    {
        byte[] before = Made().ToFile();
        byte[] after = Rewriting.Apply(before, KeepLength, DatasetChange.Set("PatientID", "XYZ"), DatasetChange.Set("Rows", 256));
        Assert.Equal(before.Length, after.Length);
        int[] different = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        Assert.Equal(9, different.Length);
        DicomFile file = DicomFile.Open(after);
        Assert.Equal(("XYZ", (ushort)256), (file.Dataset[DicomTag.PatientID]!.RawValue, file.Dataset[DicomTag.Rows]!.Value));
        Assert.Equal("XYZ     "u8.ToArray(), file.Dataset[DicomTag.PatientID]!.Bytes().ToArray());
        Assert.Null(file.FileMeta[DicomTag.ImplementationClassUID]);
    }

    [Fact]
    public void Text_in_items_and_empty_text_is_padded_too()
    {
        byte[] before = Made().ToFile();
        byte[] after = Rewriting.Apply(before, KeepLength, DatasetChange.Set("RequestAttributesSequence[0].RequestedProcedureID", "R1"), DatasetChange.Set("PatientID", ""), DatasetChange.Set("SeriesTime", "12"));
        Assert.Equal(before.Length, after.Length);
        DicomDataset dataset = DicomFile.Open(after).Dataset;
        Assert.Equal("R1", dataset[new DicomTag(0x0040_0275)]!.Items[0][new DicomTag(0x0040_1001)]!.RawValue);
        Assert.Equal(new TimeSpan(12, 0, 0), dataset[new DicomTag(0x0008_0031)]!.Value);
        Assert.True(string.IsNullOrEmpty(dataset[DicomTag.PatientID]!.RawValue));
    }

    [Theory]
    [InlineData("PatientID", "TOO LONG FOR IT")]
    [InlineData("SOPInstanceUID", "1.2.3")]
    [InlineData("StudyDate", "")]
    [InlineData("Rows", "")]
    [InlineData("PatientName", "Doe^Jane")]
    [InlineData("RequestAttributesSequence[1].RequestedProcedureID", "R2")]
    public void What_does_not_fit_is_an_error(string path, string value)
    {
        var exception = Assert.Throws<DicomException>(() => Rewriting.Apply(Made().ToFile(), KeepLength, DatasetChange.Set(path, value)));
        Assert.Equal(DicomErrorReason.InvalidValue, exception.Reason);
    }

    [Fact]
    public void Items_cannot_be_replaced()
    {
        var exception = Assert.Throws<DicomException>(() => Rewriting.Apply(Made().ToFile(), KeepLength, DatasetChange.Set("RequestAttributesSequence", null)));
        Assert.Equal(DicomErrorReason.InvalidValue, exception.Reason);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void File_meta_information_is_added_only_if_it_is_wanted(bool isExplicit, bool hasPreamble)
    {
        DatasetBuilder Data(string id) => (isExplicit ? new DatasetBuilder() : DatasetBuilder.Implicit())
            .With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", id);
        byte[] before = [.. hasPreamble ? DatasetBuilder.Preamble() : [], .. Data("OLD").ToBytes()];
        Assert.Equal([.. hasPreamble ? DatasetBuilder.Preamble() : [], .. Data("NEWER").ToBytes()], Rewriting.Apply(before, DatasetChange.Set("PatientID", "NEWER")));

        byte[] after = Rewriting.Apply(before, AddMeta, out IReadOnlyList<DicomElementChange> made, out _, DatasetChange.Set("PatientID", "NEWER"));
        Assert.Equal(["TransferSyntaxUID", "PatientID"], made.Select(change => change.TagPath));
        Assert.Equal(DatasetBuilder.Preamble(), after[..132]);
        DicomFile file = DicomFile.Open(after);
        Assert.Empty(file.Warnings);
        Assert.Equal(isExplicit ? DatasetBuilder.ExplicitLittleEndian : DatasetBuilder.ImplicitLittleEndian, file.FileMeta.GetText(DicomTag.TransferSyntaxUID));
        Assert.Equal(("1.2.840.10008.5.1.4.1.1.2", "1.2.3.4"), (file.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID), file.FileMeta.GetText(DicomTag.MediaStorageSOPInstanceUID)));
        Assert.Equal(Data("NEWER").ToBytes(), Rewriting.Dataset(after));

        // What has it keeps it.
        Assert.Equal(after, Rewriting.Apply(after, AddMeta));
        Assert.Equal(Data("OLD").ToBytes(), Rewriting.Dataset(Rewriting.Apply(before, AddMeta)));
    }

    [Fact]
    public void A_file_that_does_not_say_how_it_is_compressed_gets_no_file_meta_information()
    {
        byte[] before = new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "OLD").WithFragments(0x7FE0_0010, [], [1, 2]).ToBytes();
        Assert.Equal(DicomErrorReason.UnknownTransferSyntax, Assert.Throws<DicomException>(() => Rewriting.Apply(before, AddMeta)).Reason);
    }

    [Fact]
    public void Contradictions_are_refused()
    {
        Assert.Throws<ArgumentException>((KeepLength with { NewUids = UidKinds.Study }).Validate);
        Assert.Throws<ArgumentException>((KeepLength with { AddsFileMeta = true }).Validate);
    }
}
