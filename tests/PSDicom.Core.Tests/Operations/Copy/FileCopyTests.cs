using PSDicom.Operations.Copy;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Copy;

/// <summary>Files copied and moved into folders.</summary>
public sealed class FileCopyTests : IDisposable
{
    private static readonly DateTime Time = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Out => _folder.Combine("out");

    private string Write(string name, byte[] bytes)
    {
        string path = _folder.AddFile("in", name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, Time);
        return path;
    }

    private static byte[] Object(string patient = "P1", int instance = 1, string filler = "") => ValidObjects.Of("CT")
        .With(0x0010_0020, "LO", patient)
        .With(0x0020_0013, "IS", instance.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With(0x0020_4000, "LT", filler)
        .ToFile();

    private FileCopyOptions Options(string? template = null) => new() { Destination = Out, NameTemplate = template is null ? null : NameTemplate.Parse(template) };

    private static List<WriteResult<string, FileCopyTarget, DicomFileCopy>> Run(FileCopyOptions options, params string[] paths) => RunIn(null, options, paths);

    private static List<WriteResult<string, FileCopyTarget, DicomFileCopy>> RunIn(string? root, FileCopyOptions options, params string[] paths)
    {
        var results = new List<WriteResult<string, FileCopyTarget, DicomFileCopy>>();
        using var queue = new FileCopyQueue<string>(options, 4, default);
        foreach (string path in paths)
        {
            queue.Protect(path);
            while (queue.IsFull) Keep(queue.Take());
            queue.Add(path, path, root);
        }

        while (queue.HasMore) Keep(queue.Take());
        return results;

        void Keep(WriteResult<string, FileCopyTarget, DicomFileCopy> result)
        {
            if (result.Target is not null || result.Error is not null) results.Add(result);
        }
    }

    private static DicomFileCopy Copied(FileCopyOptions options, string path)
    {
        WriteResult<string, FileCopyTarget, DicomFileCopy> result = Assert.Single(Run(options, path));
        Assert.Null(result.Error);
        return result.Written!;
    }

    private string[] Files() => Directory.Exists(Out)
        ? [.. Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Select(path => path[(Out.Length + 1)..].Replace('\\', '/')).OrderBy(path => path, StringComparer.Ordinal)]
        : [];

    private static string BytesOf(string path) => Convert.ToBase64String(File.ReadAllBytes(path));

    [Fact]
    public void A_copy_has_the_bytes_and_times_of_its_source()
    {
        byte[] bytes = Object();
        string path = Write("scan.dcm", bytes);
        DicomFileCopy copy = Copied(Options("{PatientID}/{Modality}_{InstanceNumber:000}"), path);
        Assert.Equal((FileCopyStatus.Copied, path, (long)bytes.Length), (copy.Status, copy.Source, copy.Length));
        Assert.Equal(Path.Combine(Out, "P1", "CT_001.dcm"), copy.FullName);
        Assert.Equal(bytes, File.ReadAllBytes(copy.FullName));
        Assert.Equal(Time, File.GetLastWriteTimeUtc(copy.FullName));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_moved_file_is_gone_from_its_place()
    {
        byte[] bytes = Object();
        string path = Write("scan.dcm", bytes);
        DicomFileCopy copy = Copied(Options("{PatientID}/{BaseName}") with { Move = true }, path);
        Assert.Equal((FileCopyStatus.Moved, (long)bytes.Length), (copy.Status, copy.Length));
        Assert.False(File.Exists(path));
        Assert.Equal(bytes, File.ReadAllBytes(copy.FullName));
        Assert.Equal(Time, File.GetLastWriteTimeUtc(copy.FullName));
    }

    [Fact]
    public void Without_template_names_are_kept_and_folders_below_the_searched_one()
    {
        string one = Write("IM0001", Object()), two = Write(Path.Combine("a", "b[1] ü.ima"), Object("P2"));
        Run(Options(), one, two);
        Assert.Equal(["IM0001", "b[1] ü.ima"], Files());
        RunIn(_folder.Combine("in"), Options(), one, two);
        Assert.Equal(["IM0001", "a/b[1] ü.ima", "b[1] ü.ima"], Files());
        RunIn(_folder.Combine("in") + Path.DirectorySeparatorChar, Options(), two);
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public void Values_make_safe_names()
    {
        string path = Write("1.dcm", Object("../../..\\CON: *?"));
        Assert.StartsWith(Out + Path.DirectorySeparatorChar, Copied(Options("{PatientID}/{PatientID}"), path).FullName, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(Out, "Unknown", "Unknown.dcm"), Copied(Options("{AccessionNumber}/{AccessionNumber}"), path).FullName);
    }

    [Fact]
    public void Equal_bytes_are_already_there()
    {
        string path = Write("1.dcm", Object());
        Assert.Equal(FileCopyStatus.Copied, Copied(Options(), path).Status);
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options(), path).Status);
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options() with { Move = true }, path).Status);
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options() with { Force = true }, path).Status);
        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Other_bytes_are_an_error_that_names_both(bool isMove)
    {
        string path = Write("1.dcm", Object(filler: "new"));
        string existing = _folder.AddFile("out", "1.dcm");
        File.WriteAllBytes(existing, Object(filler: "old"));
        WriteResult<string, FileCopyTarget, DicomFileCopy> result = Assert.Single(Run(Options() with { Move = isMove }, path));
        DicomException error = Assert.IsType<DicomException>(result.Error);
        Assert.Equal((DicomErrorReason.TargetExists, path), (error.Reason, error.Path));
        Assert.Contains(existing, error.Message, StringComparison.Ordinal);
        Assert.Equal(Object(filler: "old"), File.ReadAllBytes(existing));
        Assert.True(File.Exists(path));

        File.SetAttributes(existing, FileAttributes.ReadOnly);
        Assert.Equal(isMove ? FileCopyStatus.Moved : FileCopyStatus.Copied, Copied(Options() with { Move = isMove, Force = true }, path).Status);
        Assert.Equal(Object(filler: "new"), File.ReadAllBytes(existing));
        Assert.Equal(!isMove, File.Exists(path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_sources_for_one_name_are_an_error_that_names_both(bool isMove)
    {
        string one = Write("1.dcm", Object(instance: 1)), two = Write("2.dcm", Object(instance: 2)), same = Write("3.dcm", Object(instance: 1));
        List<WriteResult<string, FileCopyTarget, DicomFileCopy>> results = Run(Options("{PatientID}") with { Move = isMove }, one, two, same);
        Assert.Equal(3, results.Count);
        DicomException error = Assert.IsType<DicomException>(results[1].Error);
        Assert.Equal(DicomErrorReason.TargetNotUnique, error.Reason);
        Assert.Contains(one, error.Message, StringComparison.Ordinal);
        Assert.Contains(two, error.Message, StringComparison.Ordinal);
        FileCopyStatus?[] states = [results[0].Written?.Status, results[2].Written?.Status];
        Assert.Contains(FileCopyStatus.AlreadyThere, states);
        Assert.Contains(isMove ? FileCopyStatus.Moved : FileCopyStatus.Copied, states);
        Assert.Equal(["P1.dcm"], Files());
        Assert.Equal(isMove ? 2 : 3, Directory.GetFiles(_folder.Combine("in")).Length);
    }

    [Fact]
    public void A_counter_tells_files_apart_and_a_repeated_call_finds_them()
    {
        string[] paths = [.. Enumerable.Range(1, 4).Select(i => Write($"{i}.dcm", Object(i < 3 ? "A" : "B", i)))];
        FileCopyOptions options = Options("{PatientID}/{Modality}{Count:000}");
        Run(options, paths);
        Assert.Equal(["A/CT001.dcm", "A/CT002.dcm", "B/CT001.dcm", "B/CT002.dcm"], Files());
        Assert.All(Run(options, paths), result => Assert.Equal(FileCopyStatus.AlreadyThere, result.Written!.Status));
        Run(options with { Move = true }, Write("5.dcm", Object("A", 5)));
        Assert.Contains("A/CT003.dcm", Files());
        Assert.Equal(5, Files().Length);
    }

    [Fact]
    public void Existing_files_can_be_skipped_without_a_look()
    {
        string path = Write("1.dcm", Object(filler: "new"));
        File.WriteAllBytes(_folder.AddFile("out", "1.dcm"), Object(filler: "old"));
        WriteResult<string, FileCopyTarget, DicomFileCopy> result = Assert.Single(Run(Options() with { SkipExisting = true }, path));
        Assert.NotNull(result.Skipped);
    }

    [Fact]
    public void A_file_that_is_where_it_should_be_stays()
    {
        string path = Write("1.dcm", Object());
        FileCopyOptions options = Options() with { Destination = _folder.Combine("in"), Move = true, Force = true };
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(options, path).Status);
        Assert.Equal(Object(), File.ReadAllBytes(path));
    }

    [Fact]
    public void The_destination_is_not_in_a_searched_folder()
    {
        string path = Write(Path.Combine("a", "1.dcm"), Object());
        string root = _folder.Combine("in");
        foreach (string destination in (string[])[root, Path.Combine(root, "a"), Path.Combine(root, "new", "folder"), Path.Combine(root, "a", "..", "b")])
            Assert.Throws<ArgumentException>(() => RunIn(root, Options() with { Destination = destination }, path));
        Assert.Equal(FileCopyStatus.Copied, Assert.Single(RunIn(root, Options() with { Destination = root + "2" }, path)).Written!.Status);
    }

    [Fact]
    public void A_file_of_the_input_is_never_replaced()
    {
        string one = Write("1.dcm", Object(filler: "1")), two = Write("2.dcm", Object(filler: "2"));
        FileCopyOptions options = new() { Destination = _folder.Combine("in"), NameTemplate = NameTemplate.Parse("2"), Force = true };
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(Run(options, one, two)[0].Error).Reason);
        Assert.Equal(Object(filler: "2"), File.ReadAllBytes(two));

        options = options with { Destination = _folder.Path, NameTemplate = NameTemplate.Parse("in/2") };
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(Assert.Single(RunIn(_folder.Combine("in"), options, one)).Error).Reason);
        Assert.Equal(Object(filler: "2"), File.ReadAllBytes(two));
    }

    [Fact]
    public void What_is_not_DICOM_is_an_error()
    {
        string path = Write("1.txt", [1, 2, 3]);
        Assert.Equal(DicomErrorReason.NotDicom, Assert.IsType<DicomException>(Assert.Single(Run(Options(), path)).Error).Reason);
        Assert.IsType<FileNotFoundException>(Assert.Single(Run(Options(), path + "x")).Error);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_header_that_was_read_is_used()
    {
        string path = Write("1.dcm", Object());
        using var queue = new FileCopyQueue<int>(Options("{PatientID}"), 1, default);
        queue.Add(1, DicomFile.Open(path));
        queue.Add(2, DicomFile.Open(Object()));
        Assert.Equal(Path.Combine(Out, "P1.dcm"), queue.Take().Written!.FullName);
        var results = new List<Exception?>();
        while (queue.HasMore) results.Add(queue.Take().Error);
        Assert.Contains(results, error => error is DicomException { Reason: DicomErrorReason.ValueNotAvailable });
    }

    [Theory]
    [InlineData("DICOMDIR", "IM1")]
    [InlineData("DICOMDIR", @"A\B\IM1")]
    [InlineData("dicomdir", @"A\IM1")]
    public void What_a_DICOMDIR_lists_is_copied_and_not_moved(string directory, string id)
    {
        string path = Write(id.Replace('\\', Path.DirectorySeparatorChar), Object()), other = Write(Path.Combine("A", "IM2"), Object("P2"));
        string list = Write(directory, DirectoryOf(id));
        List<WriteResult<string, FileCopyTarget, DicomFileCopy>> results = Run(Options() with { Move = true }, path, other, list);
        Assert.Equal([FileCopyStatus.Copied, FileCopyStatus.Moved, FileCopyStatus.Copied], results.Select(result => result.Written!.Status));
        Assert.Contains(list, Assert.Single(results[0].Written!.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.Empty(results[1].Written!.GetWarnings());
        Assert.Contains("is a DICOMDIR", Assert.Single(results[2].Written!.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(path) && File.Exists(list) && !File.Exists(other));
        Assert.Empty(Copied(Options("{PatientID}"), path).GetWarnings());
    }

    [Fact]
    public void A_DICOMDIR_that_cannot_be_read_may_list_everything()
    {
        string path = Write(Path.Combine("A", "IM1"), Object());
        Write("DICOMDIR", [1, 2, 3]);
        Assert.Equal(FileCopyStatus.Copied, Copied(Options() with { Move = true }, path).Status);
    }

    [Fact]
    public void A_rehearsal_writes_nothing_and_tells_errors()
    {
        string one = Write("1.dcm", Object(instance: 1)), two = Write("2.dcm", Object(instance: 2)), three = Write("3.dcm", Object("P2"));
        using var queue = new FileCopyQueue<string>(Options("{PatientID}") with { Move = true }, 2, default) { Approve = (_, _) => false, ChecksUnapproved = true };
        foreach (string path in (string[])[one, two, three]) queue.Add(path, path, null);
        var errors = new List<Exception>();
        while (queue.HasMore)
        {
            if (queue.Take().Error is { } error) errors.Add(error);
        }

        Assert.Equal(DicomErrorReason.TargetNotUnique, Assert.IsType<DicomException>(Assert.Single(errors)).Reason);
        Assert.Empty(Files());
        Assert.Equal(3, Directory.GetFiles(_folder.Combine("in")).Length);
    }

    [Theory]
    [InlineData("{Frame}")]
    [InlineData("{Stack}")]
    public void Fields_of_exports_are_no_fields_of_copies(string template) => Assert.Throws<ArgumentException>(() => Options(template).Validate());

    [Fact]
    public void Options_that_contradict_each_other_are_errors()
    {
        Assert.Throws<ArgumentException>(() => (Options() with { Destination = " " }).Validate());
        Assert.Throws<ArgumentException>(() => (Options() with { Destination = "copy.dcm" }).Validate());
        Assert.Throws<ArgumentException>(() => (Options() with { Force = true, SkipExisting = true }).Validate());
        Assert.Throws<ArgumentException>(() => (Options() with { Move = true, HardLink = true }).Validate());
    }

    [Fact]
    public void The_same_bytes_are_there_before_and_after()
    {
        string[] paths = [.. Enumerable.Range(0, 60).Select(i => Write($"{i}.dcm", Object($"P{i % 7}", i % 40)))];
        string[] before = [.. paths.Select(BytesOf).OrderBy(bytes => bytes, StringComparer.Ordinal)];
        Run(Options("{PatientID}/{InstanceNumber}") with { Move = true }, paths);
        string[] after = [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(BytesOf).OrderBy(bytes => bytes, StringComparer.Ordinal)];
        Assert.Equal(before, after);
    }

    /// <summary>A DICOMDIR with one image.</summary>
    private static byte[] DirectoryOf(string id) =>
    [
        .. DatasetBuilder.Preamble(),
        .. new DatasetBuilder().With(0x0002_0002, "UI", "1.2.840.10008.1.3.10").With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian).ToBytes(),
        .. new DatasetBuilder().WithSequence(0x0004_1220, new DatasetBuilder().With(0x0004_1430, "CS", "PATIENT"), new DatasetBuilder().With(0x0004_1500, "CS", id)).ToBytes(),
    ];
}
