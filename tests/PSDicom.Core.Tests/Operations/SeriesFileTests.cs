using PSDicom.Core.Tests.Volumes;
using PSDicom.Operations.Series;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations;

/// <summary>Files on a disk, read and sorted into series and studies.</summary>
public sealed class SeriesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] bytes)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static IReadOnlyList<DicomSeries> Sort(params string[] paths)
    {
        var files = new SeriesCollection();
        foreach (string path in paths) files.Add(SeriesFileReader.Read(path, null, default, out _)!);
        Assert.Equal(paths.Length, files.Count);
        return [.. files.Sort()];
    }

    [Fact]
    public void Files_are_known_by_path_and_length()
    {
        byte[] bytes = Slice(1, 0).ToFile();
        string path = Write("a b.dcm", bytes);
        DicomSeriesFile file = Assert.Single(Assert.Single(Sort(path)).Files);
        Assert.Equal((path, bytes.Length, "1.2.3.4.1", 1L, 1), (file.FullName, (int)file.Length, file.SOPInstanceUID, file.InstanceNumber, file.FrameCount));
    }

    [Fact]
    public void Copies_are_found_by_their_bytes()
    {
        byte[] large = Slice(2, 1).WithSize(400, 400).ToFile();
        byte[] other = [.. large];
        other[^1] = 1;
        string original = Write("2.dcm", large), copy = Write("3.dcm", large), changed = Write("4.dcm", other);
        DicomSeries series = Assert.Single(Sort(original, copy));
        Assert.Equal((1, 1), (series.FileCount, series.DuplicateFiles.Count));
        Assert.True(series.Problem.HasFlag(SeriesProblem.DuplicateFiles));
        series = Assert.Single(Sort(original, changed));
        Assert.Equal((2, 0), (series.FileCount, series.DuplicateFiles.Count));
        Assert.True(series.Problem.HasFlag(SeriesProblem.SameUIDOtherContent));
    }

    [Fact]
    public void A_copy_that_is_gone_is_taken_for_another_file()
    {
        string original = Write("2.dcm", Slice(2, 1).ToFile()), copy = Write("3.dcm", Slice(2, 1).ToFile());
        var files = new SeriesCollection();
        foreach (string path in (string[])[original, copy]) files.Add(SeriesFileReader.Read(path, null, default, out _)!);
        File.Delete(copy);
        Assert.Equal(2, Assert.Single(files.Sort()).FileCount);
    }

    [Fact]
    public void A_file_that_was_read_in_part_is_read_further()
    {
        string path = Write("1.dcm", Slice(1, 7).With(0x0018_0050, "DS", "2").ToFile());
        DicomFile part = PSDicom.Operations.Tags.HeaderReader.Read(path, PSDicom.Query.TagQuery.Parse(["Modality"]), null, default);
        var files = new SeriesCollection();
        files.Add(SeriesFileReader.Read(part, default, out _)!);
        Assert.Equal([0, 0, 7], Assert.Single(Assert.Single(files.Sort()).Stacks).Origin!);
    }

    [Fact]
    public void Bytes_in_memory_are_no_file_of_a_series()
    {
        DicomException error = Assert.Throws<DicomException>(() => SeriesFileReader.Read(DicomFile.Open(Slice(1, 0).ToFile()), default, out _));
        Assert.Equal(DicomErrorReason.ValueNotAvailable, error.Reason);
    }

    [Fact]
    public void A_dicomdir_belongs_to_no_series()
    {
        byte[] meta = new DatasetBuilder().With(0x0002_0002, "UI", "1.2.840.10008.1.3.10").With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian).ToBytes();
        byte[] group = new DatasetBuilder().With(0x0002_0000, "UL", meta.Length).ToBytes();
        byte[] file = [.. DatasetBuilder.Preamble(), .. group, .. meta, .. new DatasetBuilder().With(0x0004_1130, "CS", "DISK").ToBytes()];
        Assert.Null(SeriesFileReader.Read(Write("DICOMDIR", file), null, default, out _));
    }

    /// <summary>Else a file of frames of one pixel would take a hundred times its bytes.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_file_of_more_frames_than_any_device_writes_is_refused(int more, bool isRead)
    {
        string path = Write("many.dcm", Image(1).WithSize(1, 1, DicomLimits.MaxSortedFrames + more).With(0x0008_0060, "CS", "OT").ToFile());
        Exception? error = Record.Exception(() => SeriesFileReader.Read(path, null, default, out _));
        Assert.Equal(isRead ? null : DicomErrorReason.TooMuchWork, (error as DicomException)?.Reason);
    }

    [Fact]
    public void What_a_file_has_wrong_is_told()
    {
        string path = Write("1.dcm", Image(1).WithSize(4, 4, 3).With(0x0028_0008, "IS", "2").ToFile());
        SeriesFileReader.Read(path, null, default, out IReadOnlyList<DicomWarning> warnings);
        Assert.Contains(warnings, warning => warning.Message.Contains("but the pixel data hold 3 frames"));
    }

    [Fact]
    public void The_character_set_that_is_given_counts()
    {
        string path = Write("1.dcm", Slice(1, 0).WithBytes(0x0008_103E, "LO", [0xD6, 0xC5]).ToFile());
        DicomSeriesFile file = SeriesFileReader.Read(path, PSDicom.Text.CharacterSet.FromName("ISO_IR 144"), default, out _)!;
        Assert.Equal("ЖХ".Substring(0, 1), file.Identity.SeriesDescription!.Substring(0, 1), ignoreCase: true);
    }

    [Fact]
    public void Studies_sum_up_their_series()
    {
        SliceBuilder Of(int instance, string series, string modality, string time) => Slice(instance, instance)
            .With(SeriesUID, "UI", series).With(0x0008_0060, "CS", modality)
            .With(0x0008_0020, "DA", "20240229").With(0x0008_0022, "DA", "20240229").With(0x0008_0032, "TM", time).With(0x0008_1030, "LO", "Head");
        string[] paths =
        [
            Write("1", Of(1, "1.1", "PT", "120000").ToFile()),
            Write("2", Of(2, "1.2", "CT", "110000").ToFile()),
            Write("3", Of(3, "1.2", "CT", "130000").ToFile()),
            Write("4", Slice(9, 0).With(0x0020_000D, "UI", "1.99").ToFile()),
        ];
        DicomStudy[] studies = [.. SeriesCollection.Studies(Sort(paths))];
        Assert.Equal(2, studies.Length);
        DicomStudy study = studies.Single(one => one.StudyInstanceUID == "1.2");
        Assert.Equal((2, 3, 3, "Head"), (study.SeriesCount, study.FileCount, study.FrameCount, study.StudyDescription));
        Assert.Equal(["CT", "PT"], study.Modalities);
        Assert.Equal(paths.Take(3).Sum(path => new FileInfo(path).Length), study.Length);
        Assert.Equal((new DateTime(2024, 2, 29, 11, 0, 0), new DateTime(2024, 2, 29, 13, 0, 0)), (study.FirstDate, study.LastDate));
        Assert.Equal(3, study.Files.Count);
    }
}
