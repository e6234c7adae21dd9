using PSDicom.Query;

namespace PSDicom.Core.Tests.IO;

public sealed class DicomFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + " [1] ü.dcm");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_file_on_disk_is_read_and_left_closed()
    {
        File.WriteAllBytes(_path, Image(10).ToFile());
        DicomFile file = DicomFile.Open(_path);
        using FileStream alone = new(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(_path, file.FullName);
        Assert.Equal(alone.Length, file.Length);
        Assert.Equal("CT", file.Dataset["Modality"]!.Value);
        Assert.Equal("1.2.3.4", file.FileMeta["MediaStorageSOPInstanceUID"]!.Value);
        Assert.Equal("1.2.3.4", file.Find(new DicomTag(0x0002_0003))!.Value);
    }

    [Fact]
    public void A_file_that_another_program_writes_is_read()
    {
        File.WriteAllBytes(_path, Image(10).ToFile());
        using FileStream writer = new(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Assert.Equal("CT", DicomFile.Open(_path).Dataset["Modality"]!.Value);
    }

    [Fact]
    public void Bulk_values_stay_in_the_file_until_they_are_asked_for()
    {
        byte[] pixels = new byte[1 << 20];
        new Random(1).NextBytes(pixels);
        File.WriteAllBytes(_path, new DatasetBuilder().With(0x0008_0060, "CS", "CT").WithValue(0x7FE0_0010, "OW", pixels).ToFile());

        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomElement element = DicomFile.Open(_path).Dataset["PixelData"]!;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < pixels.Length / 4);
        Assert.Equal(pixels.Length, element.ByteLength);
        Assert.Equal(pixels, element.Value);

        byte[] part = new byte[100];
        element.ReadBytes(5000, part);
        Assert.Equal(pixels.AsSpan(5000, 100).ToArray(), part);
        Assert.Throws<ArgumentOutOfRangeException>(() => element.ReadBytes(pixels.Length - 99, part));
    }

    [Fact]
    public void A_bulk_value_of_a_file_that_shrank_is_one_clear_error()
    {
        File.WriteAllBytes(_path, Image(1 << 20).ToFile());
        DicomElement pixels = DicomFile.Open(_path).Dataset["PixelData"]!;
        File.WriteAllBytes(_path, Image(10).ToFile());
        DicomException exception = Assert.Throws<DicomException>(() => pixels.Value);
        Assert.Equal((DicomErrorReason.ValueNotAvailable, _path), (exception.Reason, exception.Path));
        File.Delete(_path);
        Assert.Throws<FileNotFoundException>(() => pixels.Value);
    }

    [Fact]
    public void Reading_can_stop_where_pixel_data_begin()
    {
        File.WriteAllBytes(_path, Image(1 << 20).With(0xFFFC_FFFC, "OB", 0).ToFile());
        var options = new DicomReadOptions { StopAtPixelData = true };
        DicomDataset header = DicomFile.Open(_path, options).Dataset;
        Assert.Equal(new DicomTag(0x7FE0_0010), header.Elements[^1].Tag);
        Assert.Equal(1 << 20, header.Elements[^1].ReadBytes().Length);
        Assert.NotNull(DicomFile.Open(_path).Dataset[new DicomTag(0xFFFC_FFFC)]);
    }

    [Fact]
    public void Fragments_that_were_not_read_are_found_when_asked_for()
    {
        File.WriteAllBytes(_path, new DatasetBuilder().WithFragments(0x7FE0_0010, [], [1, 2], [3, 4, 5, 6]).ToFile(DatasetBuilder.JpegBaseline));
        DicomElement pixels = DicomFile.Open(_path, new DicomReadOptions { StopAtPixelData = true }).Dataset["PixelData"]!;
        Assert.True(pixels.IsEncapsulated);
        Assert.Equal([0L, 2, 4], pixels.Fragments.Select(fragment => fragment.Length));
        Assert.Equal((3 * 8) + 6, pixels.ReadBytes().Length);
    }

    [Fact]
    public void Only_what_is_selected_is_read()
    {
        File.WriteAllBytes(_path, Image(1 << 20).ToFile());
        var selection = new Selection(new DicomTag(0x0010_0010), new DicomTag(0x0008_1140));
        DicomDataset dataset = DicomFile.Open(_path, new DicomReadOptions { Selection = selection }).Dataset;
        Assert.Equal(["ReferencedImageSequence", "PatientName"], dataset.Elements.Select(element => element.Definition!.Keyword));
        Assert.Equal("é", dataset["PatientName"]!.Value);
        Assert.Single(dataset["ReferencedImageSequence"]!.Items);
    }

    [Fact]
    public void Errors_name_the_file()
    {
        File.WriteAllText(_path, "no image");
        Assert.Equal(_path, Assert.Throws<DicomException>(() => DicomFile.Open(_path)).Path);
        Assert.Throws<FileNotFoundException>(() => DicomFile.Open(_path + ".not.there"));
        Assert.Throws<DirectoryNotFoundException>(() => DicomFile.Open(Path.Combine(_path + ".not.there", "file")));
        Assert.Throws<UnauthorizedAccessException>(() => DicomFile.Open(Path.GetTempPath()));
    }

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => DicomFile.Open(Image(10).ToFile(), null, new CancellationToken(canceled: true)));

    private static DatasetBuilder Image(int pixelBytes) => new DatasetBuilder()
        .With(0x0008_0005, "CS", "ISO_IR 100").With(0x0008_0060, "CS", "CT")
        .WithUndefinedLengthSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1155, "UI", "1.2"))
        .WithUndefinedLengthSequence(0x0008_2112, new DatasetBuilder().With(0x0008_1155, "UI", "1.3"))
        .WithValue(0x0010_0010, "PN", 0xE9).With(0x0028_0010, "US", 512).WithValue(0x7FE0_0010, "OW", new byte[pixelBytes]);

    private sealed class Selection(params DicomTag[] tags) : ITagSelection
    {
        public DicomTag Last => tags.Max();

        public int? Count => tags.Length;

        public bool Contains(DicomTag tag) => tags.Contains(tag);
    }
}
