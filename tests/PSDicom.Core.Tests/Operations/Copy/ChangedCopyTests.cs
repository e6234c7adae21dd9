using PSDicom.Editing;
using PSDicom.Operations.Copy;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Copy;

/// <summary>Files that are changed while they are copied or moved.</summary>
public sealed class ChangedCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Out => _folder.Combine("out");

    private string Write(string name, byte[] bytes)
    {
        string path = _folder.AddFile("in", name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Object(string patient = "P1", int instance = 1, int pixels = 100) => ValidObjects.Of("CT")
        .With(0x0010_0020, "LO", patient)
        .With(0x0020_0013, "IS", instance.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .WithBytes(ValidObjects.PixelData, "OW", new byte[pixels])
        .ToFile();

    private FileCopyOptions Options(FileChanges changes, string? template = null, bool move = false) => new()
    {
        Destination = Out, NameTemplate = template is null ? null : NameTemplate.Parse(template), Move = move, Changes = changes,
    };

    private static FileChanges Set(string path, object? value) => new() { Changes = [DatasetChange.Set(path, value)] };

    private static List<WriteResult<string, FileCopyTarget, DicomFileCopy>> Run(FileCopyOptions options, params string[] paths)
    {
        var results = new List<WriteResult<string, FileCopyTarget, DicomFileCopy>>();
        using var queue = new FileCopyQueue<string>(options, 4, default);
        foreach (string path in paths)
        {
            queue.Protect(path);
            while (queue.IsFull) Keep(queue.Take());
            queue.Add(path, path, null);
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

    private static DicomException Failed(FileCopyOptions options, string path) => Assert.IsType<DicomException>(Assert.Single(Run(options, path)).Error);

    /// <summary>What Set-DicomTag writes.</summary>
    private byte[] Changed(string path, DatasetChange change)
    {
        string folder = _folder.Combine("set");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        using var queue = new FileRewriteQueue<string>(new FileRewriteOptions { Destination = folder }, [change], 1, default);
        Assert.Null(queue.TryAdd(path, path));
        while (queue.HasMore) Assert.Null(queue.Take().Error);
        return File.ReadAllBytes(Directory.GetFiles(folder)[0]);
    }

    [Theory]
    [InlineData(false, 100)]
    [InlineData(true, 100)]
    [InlineData(true, 3_000_000)]
    public void A_file_gets_new_values_and_a_name_made_of_them(bool isMove, int pixels)
    {
        string path = Write("scan.dcm", Object(pixels: pixels));
        byte[] expected = Changed(path, DatasetChange.Set("PatientID", "A longer ID"));
        DicomFileCopy copy = Copied(Options(Set("PatientID", "A longer ID"), "{PatientID}/{Modality}_{InstanceNumber:000}", isMove), path);
        Assert.Equal((isMove ? FileCopyStatus.Moved : FileCopyStatus.Copied, "PatientID", (long)expected.Length), (copy.Status, copy.Tags, copy.Length));
        Assert.Equal(("P1", "A longer ID"), (copy.Changes[0].OldValue, copy.Changes[0].NewValue));
        Assert.Equal(Path.Combine(Out, "A longer ID", "CT_001.dcm"), copy.FullName);
        Assert.Equal(expected, File.ReadAllBytes(copy.FullName));
        Assert.Equal(!isMove, File.Exists(path));
        Assert.Empty(Directory.GetFiles(Out, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_that_has_the_values_keeps_its_bytes()
    {
        byte[] bytes = Object();
        string path = Write("scan.dcm", bytes);
        DicomFileCopy copy = Copied(Options(Set("PatientID", "P1"), "{PatientID}_{InstanceNumber}", move: true), path);
        Assert.Equal((FileCopyStatus.Moved, ""), (copy.Status, copy.Tags));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(Out, "P1_1.dcm")));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_would_be_written_may_be_there_already()
    {
        string path = Write("1.dcm", Object());
        FileChanges changes = Set("PatientID", "NEW");
        Assert.Equal(FileCopyStatus.Copied, Copied(Options(changes), path).Status);
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options(changes), path).Status);
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options(changes, "{BaseName}", move: true), path).Status);
        Assert.True(File.Exists(path));
        Assert.Equal(DicomErrorReason.TargetExists, Failed(Options(Set("PatientID", "OTHER")), path).Reason);
        Assert.Equal(DicomErrorReason.TargetExists, Failed(new FileCopyOptions { Destination = Out }, path).Reason);
        Assert.Equal(FileCopyStatus.Copied, Copied(Options(Set("PatientID", "OTHER")) with { Force = true }, path).Status);
        Assert.Equal("OTHER", DicomFile.Open(Path.Combine(Out, "1.dcm")).Dataset.GetText(DicomTag.PatientID));
    }

    [Fact]
    public void Numbers_continue_where_an_earlier_call_ended()
    {
        string[] paths = [Write("1.dcm", Object(instance: 1)), Write("2.dcm", Object(instance: 2))];
        FileCopyOptions options = Options(Set("PatientID", "NEW"), "{PatientID}_{Count}");
        Assert.All(Run(options, paths), result => Assert.Equal(FileCopyStatus.Copied, result.Written!.Status));
        Assert.All(Run(options, paths), result => Assert.Equal(FileCopyStatus.AlreadyThere, result.Written!.Status));
        Assert.Equal(["NEW_1.dcm", "NEW_2.dcm"], Directory.GetFiles(Out).Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_sources_that_become_the_same_are_one_file_and_others_an_error(bool isMove)
    {
        string one = Write("1.dcm", Object("A")), two = Write("2.dcm", Object("B")), other = Write("3.dcm", Object("C", instance: 2));
        List<WriteResult<string, FileCopyTarget, DicomFileCopy>> results = Run(Options(Set("PatientID", "NEW"), "{PatientID}", isMove), one, two, other);
        Assert.Equal([isMove ? FileCopyStatus.Moved : FileCopyStatus.Copied, FileCopyStatus.AlreadyThere, null], results.Select(result => result.Written?.Status));
        DicomException error = Assert.IsType<DicomException>(results[2].Error);
        Assert.Equal(DicomErrorReason.TargetNotUnique, error.Reason);
        Assert.True(File.Exists(other));
        Assert.Equal("NEW", DicomFile.Open(Path.Combine(Out, "NEW.dcm")).Dataset.GetText(DicomTag.PatientID));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_source_that_cannot_be_changed_stays(bool isMove)
    {
        string path = Write("1.dcm", Object());
        DicomException error = Failed(Options(Set("PatientID", new string('x', 200)), move: isMove), path);
        Assert.Equal(DicomErrorReason.InvalidValue, error.Reason);
        string cut = Write("cut.dcm", Object(pixels: 1000)[..^500]);
        Assert.Equal(DicomErrorReason.Truncated, Failed(Options(Set("PatientID", "NEW"), move: isMove), cut).Reason);
        Assert.True(File.Exists(path) && File.Exists(cut));
        Assert.False(Directory.Exists(Out) && Directory.EnumerateFiles(Out).Any());
    }

    [Fact]
    public void A_file_is_never_moved_onto_itself()
    {
        byte[] bytes = Object();
        string path = Write("1.dcm", bytes);
        FileCopyOptions options = Options(Set("PatientID", "NEW"), move: true) with { Destination = _folder.Combine("in"), Force = true };
        Assert.Equal(DicomErrorReason.TargetExists, Failed(options, path).Reason);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_that_changes_meanwhile_is_neither_copied_nor_moved()
    {
        string path = Write("1.dcm", Object());
        using var queue = new FileCopyQueue<string>(Options(Set("PatientID", "NEW"), move: true), 1, default)
        {
            Approve = (_, _) =>
            {
                File.WriteAllBytes(path, Object("CHANGED MEANWHILE"));
                return true;
            },
        };
        queue.Add(path, path, null);
        Assert.Equal(DicomErrorReason.FileChanged, Assert.IsType<DicomException>(queue.Take().Error).Reason);
        Assert.Equal(Object("CHANGED MEANWHILE"), File.ReadAllBytes(path));
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public void A_table_has_the_values()
    {
        string table = _folder.AddFile("ids.csv");
        File.WriteAllText(table, "PatientID,NewPatientID,PatientName\nP1,4711,Roe^Max\n");
        string known = Write("1.dcm", Object()), unknown = Write("2.dcm", Object("P2"));
        var changes = new FileChanges { Map = ValueMap.Read(table, "PatientID", isNested: false) };
        List<WriteResult<string, FileCopyTarget, DicomFileCopy>> results = Run(Options(changes, "{PatientID}/{BaseName}", move: true), known, unknown);
        Assert.Equal("PatientID, PatientName", string.Join(", ", results[0].Written!.Changes.Select(change => change.TagPath).OrderBy(path => path, StringComparer.Ordinal)));
        Assert.Equal(Path.Combine(Out, "4711", "1.dcm"), results[0].Written!.FullName);
        Assert.Equal(DicomErrorReason.NotInMap, Assert.IsType<DicomException>(results[1].Error).Reason);
        Assert.True(File.Exists(unknown));

        SkippedFile? skipped = Assert.Single(Run(Options(changes with { SkipsUnmapped = true }), unknown)).Skipped;
        Assert.Equal((SkipReason.NotInMap, unknown), (skipped!.Reason, skipped.FullName));
        Assert.True(File.Exists(unknown));
    }

    [Fact]
    public void Values_may_depend_on_the_file_and_are_found_in_order()
    {
        string[] paths = [.. Enumerable.Range(1, 20).Select(number => Write($"{number:00}.dcm", Object(instance: number)))];
        var order = new List<string>();
        int thread = Environment.CurrentManagedThreadId;
        FileChanges changes = Set("PatientID", "x") with
        {
            Complete = (change, file) =>
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                order.Add(file.FullName!);
                return change.WithValue("N" + file.Dataset.GetText(DicomTag.InstanceNumber));
            },
        };
        Assert.All(Run(Options(changes, "{PatientID}"), paths), result => Assert.Null(result.Error));
        Assert.Equal(paths, order);
        Assert.Equal(20, Directory.GetFiles(Out, "N*.dcm").Length);
    }

    [Fact]
    public void New_identifiers_are_the_same_in_all_files_and_names()
    {
        string one = Write("1.dcm", Object(instance: 1)), two = Write("2.dcm", Object(instance: 2));
        FileCopyOptions options = Options(new FileChanges(), "{StudyInstanceUID}/{BaseName}") with { Edit = new EditOptions { NewUids = UidKinds.Study } };
        Assert.All(Run(options, one, two), result => Assert.Equal("StudyInstanceUID", result.Written!.Tags));
        string study = Path.GetFileName(Assert.Single(Directory.GetDirectories(Out)));
        Assert.NotEqual(DicomFile.Open(one).Dataset.GetText(DicomTag.StudyInstanceUID), study);
        Assert.Equal(study, DicomFile.Open(Path.Combine(Out, study, "2.dcm")).Dataset.GetText(DicomTag.StudyInstanceUID));
    }

    [Fact]
    public void A_deflated_file_is_changed_too()
    {
        byte[] bytes = new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "P1").ToFile(DatasetBuilder.DeflatedLittleEndian);
        string path = Write("1.dcm", bytes);
        DicomFileCopy copy = Copied(Options(Set("PatientID", "DEFLATED"), "{PatientID}"), path);
        Assert.Equal("DEFLATED.dcm", Path.GetFileName(copy.FullName));
        Assert.Equal(Changed(path, DatasetChange.Set("PatientID", "DEFLATED")), File.ReadAllBytes(copy.FullName));
        Assert.Equal(FileCopyStatus.AlreadyThere, Copied(Options(Set("PatientID", "DEFLATED"), "{PatientID}"), path).Status);
    }

    [Fact]
    public void A_file_that_a_directory_lists_is_changed_in_the_copy_and_stays()
    {
        byte[] directory = new DatasetBuilder()
            .WithSequence(0x0004_1220, new DatasetBuilder().With(0x0004_1500, "CS", "IM1"))
            .ToFile();
        string path = Write("IM1", Object());
        Write("DICOMDIR", directory);
        DicomFileCopy copy = Copied(Options(Set("PatientID", "NEW"), move: true), path);
        Assert.Equal((FileCopyStatus.Copied, "PatientID"), (copy.Status, copy.Tags));
        Assert.Single(copy.GetWarnings());
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Contradictions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (Options(Set("PatientID", "x")) with { HardLink = true }).Validate());
    }
}
