using PSDicom.Editing;

namespace PSDicom.Core.Tests.Editing;

/// <summary>What happens to the parts of a file around its data set.</summary>
public class DicomFileRewriterTests
{
    private static readonly DatasetChange Longer = DatasetChange.Set("PatientID", "LONGER");

    private static DatasetBuilder Dataset => new DatasetBuilder().With(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7").With(0x00080018, "UI", "1.2.3.4").With(0x00100020, "LO", "AB");

    [Fact]
    public void Only_the_implementation_and_the_group_length_change_in_the_file_meta_information()
    {
        byte[] Meta(string classUID, string version) => MetaOf(new DatasetBuilder()
            .WithValue(0x00020001, "OB", 0, 1).With(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7").With(0x00020003, "UI", "1.2.3.4").With(0x00020010, "UI", DatasetBuilder.ExplicitLittleEndian)
            .With(0x00020012, "UI", classUID).With(0x00020013, "SH", version).With(0x00020016, "AE", "SENDER").With(0x00020100, "UI", "1.2.3").WithValue(0x00020102, "OB", 1, 2));
        byte[] preamble = [.. Enumerable.Range(0, 128).Select(i => (byte)i), .. "DICM"u8];
        byte[] after = Rewriting.Apply([.. preamble, .. Meta("1.2.3", "OTHER"), .. Dataset.ToBytes()], Longer);
        byte[] expected = [.. preamble, .. Meta(Implementation.ClassUID, Implementation.VersionName), .. Dataset.ToBytes()[..^10], .. new DatasetBuilder().With(0x00100020, "LO", "LONGER").ToBytes()];
        Assert.Equal(expected, after);
    }

    [Fact]
    public void The_implementation_is_added_or_kept_if_that_is_wanted()
    {
        DicomFile added = DicomFile.Open(Rewriting.Apply(Dataset.ToFile(), Longer));
        Assert.Equal((Implementation.ClassUID, Implementation.VersionName), (added.FileMeta.GetText(DicomTag.ImplementationClassUID), added.FileMeta.GetText(DicomTag.ImplementationVersionName)));
        byte[] kept = Rewriting.Apply(Dataset.ToFile(), new EditOptions { KeepsImplementation = true }, Longer);
        Assert.Equal([.. Dataset.ToFile()[..^10], .. new DatasetBuilder().With(0x00100020, "LO", "LONGER").ToBytes()], kept);
    }

    [Fact]
    public void A_changed_instance_or_class_is_repeated_in_the_file_meta_information()
    {
        DicomDataset meta = DicomFile.Open(Rewriting.Apply(
            Dataset.ToFile(), DatasetChange.Set("SOPInstanceUID", "1.2.5"), DatasetChange.Set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2"))).FileMeta;
        Assert.Equal(("1.2.5", "1.2.840.10008.5.1.4.1.1.2"), (meta.GetText(DicomTag.MediaStorageSOPInstanceUID), meta.GetText(DicomTag.MediaStorageSOPClassUID)));
    }

    [Fact]
    public void A_file_without_file_meta_information_gets_none()
    {
        byte[] expected = [.. Dataset.ToBytes()[..^10], .. new DatasetBuilder().With(0x00100020, "LO", "LONGER").ToBytes()];
        Assert.Equal(expected, Rewriting.Apply(Dataset.ToBytes(), Longer));
        Assert.Equal([.. DatasetBuilder.Preamble(), .. expected], Rewriting.Apply([.. DatasetBuilder.Preamble(), .. Dataset.ToBytes()], Longer));
    }

    [Fact]
    public void Elements_of_the_file_meta_information_can_be_changed()
    {
        byte[] after = Rewriting.Apply(Dataset.ToFile(), DatasetChange.Set("SourceApplicationEntityTitle", "ME"), DatasetChange.Remove("FileMetaInformationVersion"));
        DicomDataset meta = DicomFile.Open(after).FileMeta;
        Assert.Equal("ME", meta.GetText(new DicomTag(0x00020016)));
        Assert.False(meta.Contains(new DicomTag(0x00020001)));
        Assert.Equal(Rewriting.Dataset(Dataset.ToFile()), Rewriting.Dataset(after));
    }

    [Fact]
    public void Nothing_is_written_if_nothing_changes()
    {
        byte[] file = Dataset.ToFile();
        Assert.Same(file, Rewriting.Apply(file, DatasetChange.Set("PatientID", "AB"), DatasetChange.Remove("PatientName"), DatasetChange.Set("PatientName", "x", ChangeCondition.IfExists)));

        // Another padding is no other value.
        file = new DatasetBuilder().With(0x00100020, "LO", "A\0").ToFile();
        Assert.Same(file, Rewriting.Apply(file, DatasetChange.Set("PatientID", "A")));
    }

    [Fact]
    public void A_directory_is_never_changed()
    {
        byte[] file = new DatasetBuilder().With(0x00041130, "CS", "SET").WithSequence(0x00041220, new DatasetBuilder().With(0x00100020, "LO", "AB")).ToFile();
        DicomException exception = Assert.Throws<DicomException>(() => Rewriting.Apply(file, DatasetChange.Set("DirectoryRecordSequence[0].PatientID", "CD")));
        Assert.Equal(DicomErrorReason.DirectoryNotEditable, exception.Reason);
    }

    [Fact]
    public void Signatures_and_TIFF_preambles_have_warnings()
    {
        byte[] signed = new DatasetBuilder().With(0x00100020, "LO", "AB").WithSequence(0xFFFAFFFA, new DatasetBuilder()).ToFile();
        Rewriting.Apply(signed, new EditOptions(), out _, out IReadOnlyList<DicomWarning> warnings, Longer);
        Assert.Contains("signatures", Assert.Single(warnings).Message, StringComparison.Ordinal);

        byte[] tiff = Dataset.ToFile();
        "II*\0"u8.CopyTo(tiff);
        Rewriting.Apply(tiff, new EditOptions(), out _, out warnings, Longer);
        Assert.Contains("TIFF", Assert.Single(warnings).Message, StringComparison.Ordinal);
        Rewriting.Apply(tiff, new EditOptions { KeepsImplementation = true }, out _, out warnings, DatasetChange.Set("PatientID", "CD"));
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_changed_file_that_would_not_read_as_intended_is_refused()
    {
        // The new value looks like another element to a reader of implicit elements: it is the check before the rename that finds such cases.
        byte[] before = Dataset.ToFile();
        byte[] after = Rewriting.Apply(before, Longer);
        var plan = PlanOf(before, Longer);
        using var folder = new Operations.TemporaryFolder();
        string path = folder.Combine("a.dcm");
        File.WriteAllBytes(path, after);
        using (var right = new PSDicom.IO.Sources.FileByteSource(path)) plan.Check(right, default);
        after[^1] ^= 1;
        File.WriteAllBytes(path, after);
        using var wrong = new PSDicom.IO.Sources.FileByteSource(path);
        Assert.Equal(DicomErrorReason.RewriteFailed, Assert.Throws<DicomException>(() => plan.Check(wrong, default)).Reason);
    }

    [Fact]
    public void A_data_set_that_would_no_longer_be_recognized_as_deflated_is_refused()
    {
        byte[] file = [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.ImplicitLittleEndian), .. DatasetBuilder.Deflate(Dataset.ToBytes())];
        Assert.Equal("LONGER", DicomFile.Open(Rewriting.Apply(file, Longer)).Dataset.GetText(DicomTag.PatientID));
        Assert.Equal(DicomErrorReason.RewriteFailed, Assert.Throws<DicomException>(() => Rewriting.Apply(file, DatasetChange.Remove("*"))).Reason);
    }

    [Theory]
    [InlineData(DatasetBuilder.ExplicitLittleEndian, true)]
    [InlineData(DatasetBuilder.ImplicitLittleEndian, false)]
    [InlineData(null, true)]
    public void Elements_that_would_be_recognized_as_in_another_encoding_are_refused(string? declared, bool isRefused)
    {
        // The length of the table has the bytes LO\0\0, and the table has explicit elements: both readings are possible once nothing is before it.
        byte[] table = new byte[0x4F4C];
        new DatasetBuilder().With(0x00281202, "US", 1).With(0x00281203, "US", 1).With(0x00281221, "US", 1).ToBytes().CopyTo(table, 0);
        DatasetBuilder dataset = DatasetBuilder.Implicit().With(0x00100020, "LO", "AB").WithValue(0x00281201, "OW", table).With(0x00281202, "US", 1).With(0x00281203, "US", 1);
        byte[] file = declared is null ? dataset.ToBytes() : dataset.ToFile(declared);
        Assert.False(DicomFile.Open(file).Parts.Encoding.IsExplicit);
        if (isRefused) Assert.Equal(DicomErrorReason.RewriteFailed, Assert.Throws<DicomException>(() => Rewriting.Apply(file, DatasetChange.Remove("PatientID"))).Reason);
        else Assert.Equal(3, DicomFile.Open(Rewriting.Apply(file, DatasetChange.Remove("PatientID"))).Dataset.Elements.Count);
    }

    [Theory]
    [InlineData(DatasetBuilder.ImplicitLittleEndian)]
    [InlineData(DatasetBuilder.ExplicitBigEndian)]
    public void All_elements_can_be_removed_from_a_data_set_whose_encoding_is_not_the_declared_one(string declared)
    {
        byte[] after = Rewriting.Apply(Dataset.ToFile(declared), DatasetChange.Remove("*"));
        Assert.Empty(Rewriting.Dataset(after));
    }

    private static RewritePlan PlanOf(byte[] before, DatasetChange change)
    {
        DicomFile file = DicomFile.Open(before);
        EditedFile edited = new ChangeResolver(file, new EditOptions(), null).Resolve([change]);
        using var source = new PSDicom.IO.Sources.MemoryByteSource(before);
        return new DicomFileRewriter(source, file, new RewriteOptions(), default).Plan(edited.Edit)!;
    }

    private static byte[] MetaOf(DatasetBuilder elements) => [.. new DatasetBuilder().With(0x00020000, "UL", elements.ToBytes().Length).ToBytes(), .. elements.ToBytes()];
}
