using System.Security.Cryptography;
using PSDicom.Editing;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Rewriting;

public sealed class FileRewriteQueueTests : IDisposable
{
    private static readonly DatasetChange[] NewID = [DatasetChange.Set("PatientID", "NEW")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_changed_in_their_place_in_order()
    {
        string[] paths = [.. Enumerable.Range(0, 50).Select(i => Write($"{i}.dcm", $"ID{i}"))];
        var results = Run(new FileRewriteOptions(), NewID, paths);
        Assert.Equal(paths, results.Select(result => result.Written!.FullName));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"ID{i}"), results.Select(result => result.Written!.OldValue));
        Assert.All(paths, path => Assert.Equal("NEW", IDOf(path)));
        Assert.All(results, result => Assert.Equal((true, "PatientID", "NEW", new FileInfo(result.Written!.FullName).Length), (result.Written.IsChanged, result.Written.Tags, result.Written.NewValue, result.Written.Length)));
        Assert.Equal(50, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_file_that_has_the_value_is_not_written_in_its_place_and_copied_as_it_is_elsewhere()
    {
        string path = Write("a.dcm", "NEW");
        DateTime written = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        Assert.False(Run(new FileRewriteOptions(), NewID, path)[0].Written!.IsChanged);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        DicomChange copy = Run(new FileRewriteOptions { Destination = _folder.Combine("out") }, NewID, path)[0].Written!;
        Assert.Equal((false, _folder.Combine("out", "a.dcm"), path), (copy.IsChanged, copy.FullName, copy.Source));
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy.FullName));
    }

    [Fact]
    public void Copies_keep_the_path_below_the_folder_that_was_searched_and_leave_the_sources()
    {
        string path = Write("in/deep/a.dcm", "OLD");
        byte[] before = File.ReadAllBytes(path);
        using FileRewriteQueue<string> queue = Queue(new FileRewriteOptions { Destination = _folder.Combine("out") }, NewID);
        Assert.Null(queue.TryAdd(path, path, _folder.Combine("in")));
        Assert.Equal(_folder.Combine("out", "deep", "a.dcm"), queue.Take().Written!.FullName);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal("NEW", IDOf(_folder.Combine("out", "deep", "a.dcm")));
        Assert.True(queue.IsDestinationIn(_folder.Path));
        Assert.False(queue.IsDestinationIn(_folder.Combine("in")));
        var error = Assert.Throws<ArgumentException>(() => queue.TryAdd(path, path, _folder.Path));
        Assert.Contains("'" + _folder.Path + "'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sources_for_one_target_are_an_error_that_names_both()
    {
        string one = Write("one/a.dcm", "1"), two = Write("two/a.dcm", "2");
        var results = Run(new FileRewriteOptions { Destination = _folder.Combine("out") }, NewID, one, two);
        Assert.NotNull(results[0].Written);
        var error = Assert.IsType<DicomException>(results[1].Error);
        Assert.Equal(DicomErrorReason.TargetNotUnique, error.Reason);
        Assert.Contains(one, error.Message, StringComparison.Ordinal);
        Assert.Contains(two, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Existing_files_are_replaced_or_skipped_only_if_that_is_wanted_and_never_input()
    {
        string path = Write("a.dcm", "OLD");
        string target = Write("out/a.dcm", "OTHER");
        Assert.Equal(DicomErrorReason.TargetExists, ReasonOf(Run(new FileRewriteOptions { Destination = _folder.Combine("out") }, NewID, path)[0]));
        Assert.Equal("OTHER", IDOf(target));
        Assert.NotNull(Run(new FileRewriteOptions { Destination = _folder.Combine("out"), SkipExisting = true }, NewID, path)[0].Skipped);
        Assert.NotNull(Run(new FileRewriteOptions { Destination = _folder.Combine("out"), Force = true }, NewID, path)[0].Written);
        Assert.Equal("NEW", IDOf(target));
        Assert.Equal(DicomErrorReason.TargetExists, ReasonOf(Run(new FileRewriteOptions { Destination = _folder.Path, Force = true }, NewID, path)[0]));
        string input = Write("out/b.dcm", "INPUT");
        using FileRewriteQueue<string> queue = Queue(new FileRewriteOptions { Destination = input, Force = true }, NewID);
        queue.Protect(input);
        queue.TryAdd(path, path);
        Assert.Equal(DicomErrorReason.TargetExists, ReasonOf(queue.Take()));
        Assert.Equal("INPUT", IDOf(input));
    }

    [Fact]
    public void A_file_is_changed_once_and_own_files_never()
    {
        string path = Write("a.dcm", "OLD");
        using FileRewriteQueue<string> queue = Queue(new FileRewriteOptions { Backup = true }, NewID);
        Assert.Null(queue.TryAdd(path, path));
        Assert.Equal(SkipReason.Repeated, queue.TryAdd(path, _folder.Combine(".", "a.dcm"))!.Reason);
        string backup = queue.Take().Written!.BackupName!;
        Assert.Equal(("OLD", "NEW"), (IDOf(backup), IDOf(path)));
        Assert.Equal(SkipReason.TemporaryFile, queue.TryAdd(backup, backup)!.Reason);
        Assert.Equal(SkipReason.TemporaryFile, queue.TryAdd(backup, TemporaryName.Beside(path))!.Reason);
    }

    [Fact]
    public void A_value_that_is_refused_leaves_the_file_as_it_was()
    {
        string path = Write("a.dcm", "OLD");
        byte[] hash = SHA256.HashData(File.ReadAllBytes(path));
        foreach (DatasetChange change in (DatasetChange[])[DatasetChange.Set("PatientID", new string('x', 200)), DatasetChange.Set("PatientBirthDate", "31.02.2020"), DatasetChange.Set("SeriesNumber", "abc"), DatasetChange.Set("StudyInstanceUID", "not-a-uid"), DatasetChange.Set("PatientName", "\u738B")])
        {
            DicomErrorReason reason = ReasonOf(Run(new FileRewriteOptions(), [change], path)[0]);
            Assert.True(reason is DicomErrorReason.InvalidValue or DicomErrorReason.NotInCharacterSet);
            Assert.Equal(hash, SHA256.HashData(File.ReadAllBytes(path)));
        }

        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_rehearsal_writes_nothing_and_finds_errors()
    {
        string path = Write("a.dcm", "OLD"), wrong = Write("b.dcm", "OLD");
        byte[] before = File.ReadAllBytes(path);
        using var queue = new FileRewriteQueue<string>(new FileRewriteOptions(), [DatasetChange.Set("PatientName", "M\u00FCller")], 2, default) { Approve = (_, _) => false, ChecksUnapproved = true };
        File.WriteAllBytes(path, new DatasetBuilder().With(0x00080005, "CS", "ISO_IR 100").With(0x00100020, "LO", "OLD").ToFile());
        before = File.ReadAllBytes(path);
        queue.TryAdd(path, path);
        queue.TryAdd(wrong, wrong);
        WriteResult<string, RewriteTarget, DicomChange>[] results = [.. Take(queue).Where(result => result.Target is not null)];
        Assert.Null(results[0].Error);
        Assert.Equal(DicomErrorReason.NotInCharacterSet, ReasonOf(results[1]));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_file_that_changes_between_reading_and_writing_is_an_error()
    {
        string path = Write("a.dcm", "OLD");
        using var queue = new FileRewriteQueue<string>(new FileRewriteOptions(), NewID, 1, default)
        {
            Approve = (_, _) =>
            {
                Write("a.dcm", "BETWEEN");
                return true;
            },
        };
        queue.TryAdd(path, path);
        Assert.Equal(DicomErrorReason.FileChanged, ReasonOf(queue.Take()));
        Assert.Equal("BETWEEN", IDOf(path));
    }

    [Fact]
    public void Large_files_are_copied_range_by_range_or_patched()
    {
        byte[] pixels = new byte[3 << 20];
        new Random(5).NextBytes(pixels);
        byte[] Made(string id) => new DatasetBuilder().With(0x00100020, "LO", id).WithValue(0x7FE00010, "OW", pixels).ToFile();
        string path = _folder.Combine("large.dcm");
        File.WriteAllBytes(path, Made("AB"));
        var keeping = new FileRewriteOptions { Edit = new EditOptions { KeepsImplementation = true } };
        Assert.NotNull(Run(keeping, [DatasetChange.Set("PatientID", "CD")], path)[0].Written);
        Assert.Equal(Made("CD"), File.ReadAllBytes(path));
        Assert.NotNull(Run(keeping, [DatasetChange.Set("PatientID", "LONGER")], path)[0].Written);
        Assert.Equal(Made("LONGER"), File.ReadAllBytes(path));
        Assert.NotNull(Run(keeping with { Destination = _folder.Combine("out") }, [DatasetChange.Set("PatientID", "LONGEST VALUE")], path)[0].Written);
        Assert.Equal(Made("LONGEST VALUE "), File.ReadAllBytes(_folder.Combine("out", "large.dcm")));
    }

    [Fact]
    public void Options_that_contradict_each_other_are_a_wrong_call()
    {
        Assert.Throws<ArgumentException>(() => new FileRewriteOptions { Destination = " " }.Validate());
        Assert.Throws<ArgumentException>(() => new FileRewriteOptions { Destination = "out", Backup = true }.Validate());
        Assert.Throws<ArgumentException>(() => new FileRewriteOptions { Destination = "out", Force = true, SkipExisting = true }.Validate());
        Assert.Throws<ArgumentException>(() => new FileRewriteOptions { SkipExisting = true }.Validate());
        Assert.Throws<ArgumentException>(() => new FileRewriteOptions { Edit = new EditOptions { EncodeAs = PSDicom.Text.CharacterSet.FromName("windows-1251") } }.Validate());
    }

    private static DicomErrorReason ReasonOf(WriteResult<string, RewriteTarget, DicomChange> result) => Assert.IsType<DicomException>(result.Error).Reason;

    private static string? IDOf(string path) => DicomFile.Open(path).Dataset.GetText(new DicomTag(0x00100020));

    private static FileRewriteQueue<string> Queue(FileRewriteOptions options, IReadOnlyList<DatasetChange> changes) => new(options, changes, 4, default);

    private static List<WriteResult<string, RewriteTarget, DicomChange>> Run(FileRewriteOptions options, IReadOnlyList<DatasetChange> changes, params string[] paths)
    {
        using FileRewriteQueue<string> queue = Queue(options, changes);
        var results = new List<WriteResult<string, RewriteTarget, DicomChange>>();
        foreach (string path in paths)
        {
            while (queue.IsFull) Add(results, queue.Take());
            Assert.Null(queue.TryAdd(path, path));
        }

        foreach (var result in Take(queue)) Add(results, result);
        return results;
    }

    private static IEnumerable<WriteResult<string, RewriteTarget, DicomChange>> Take(FileRewriteQueue<string> queue)
    {
        while (queue.HasMore) yield return queue.Take();
    }

    private static void Add(List<WriteResult<string, RewriteTarget, DicomChange>> results, WriteResult<string, RewriteTarget, DicomChange> result)
    {
        // The end of a source alone is no result.
        if (result.Target is not null || result.Error is not null) results.Add(result);
    }

    private string Write(string name, string id)
    {
        string path = _folder.Combine(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new DatasetBuilder().With(0x00100020, "LO", id).ToFile());
        return path;
    }
}
