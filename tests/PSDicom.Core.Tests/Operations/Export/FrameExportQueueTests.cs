using PSDicom.Core.Tests.Frames;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Export;

public sealed class FrameExportQueueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    private FrameExportOptions Options => new() { Destination = Out, Format = PictureFormat.Raw };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Results_come_in_the_order_of_files_and_frames(int throttleLimit)
    {
        string[] files = Enumerable.Range(0, 40).Select(i => AddImage($"f{i:00}", frames: 1 + (i % 7))).ToArray();
        using var queue = new FrameExportQueue<string>(Options, throttleLimit, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, files);
        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(
            files.SelectMany((file, i) => Enumerable.Range(1, 1 + (i % 7)).Select(frame => (file, (int?)frame))),
            results.Where(result => result.Written is not null).Select(result => (result.Source, result.Written!.Frame)));
        Assert.Equal(files, results.Where(result => result.IsLast).Select(result => result.Source));
        Assert.Equal(results.Count(result => result.Written is not null), Directory.GetFiles(Out).Length);
        Assert.All(results, result => Assert.Equal(1 + (Array.IndexOf(files, result.Source) % 7), result.TargetCount));
        Assert.All(results, result => Assert.Equal(result.IsLast, result.Target is null));
    }

    [Fact]
    public void Errors_keep_their_place_and_the_rest_goes_on()
    {
        string good = AddImage("good", 2), bad = _folder.Combine("bad.dcm"), other = AddImage("other", 1);
        File.WriteAllText(bad, "This is a text, and a long one, so that there is something to look at.");
        using var queue = new FrameExportQueue<string>(Options, 4, default);
        queue.Add(good, good);
        queue.Add(bad, bad);
        queue.Add("named", new FileNotFoundException("gone"));
        queue.Add(other, other);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Drain(queue);
        Assert.Equal([good, good, good, bad, "named", other, other], results.Select(result => result.Source));
        Assert.Equal(DicomErrorReason.NotDicom, Assert.IsType<DicomException>(results[3].Error).Reason);
        Assert.Equal("gone", results[4].Error!.Message);
        Assert.Equal([false, false, true, true, true, false, true], results.Select(result => result.IsLast));
    }

    [Fact]
    public void A_file_that_is_protected_is_not_replaced()
    {
        string file = AddImage("f", 1), target = Path.Combine(Out, "f.raw");
        Directory.CreateDirectory(Out);
        File.WriteAllText(target, "no DICOM");
        using var queue = new FrameExportQueue<string>(new() { Destination = Out, Format = PictureFormat.Raw, Force = true }, 4, default);
        queue.Protect(Path.Combine(Out, "..", "out", "f.raw"));
        WriteResult<string, PictureTarget, ExportedFrame> result = Run(queue, [file])[0];
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(result.Error).Reason);
        Assert.Contains("is an input file", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("no DICOM", File.ReadAllText(target));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_file_that_is_DICOM_is_not_replaced_be_it_named_or_not(bool hasPrefix, bool isExplicit)
    {
        string file = AddImage("f", 1), target = Path.Combine(Out, "f.raw");
        Directory.CreateDirectory(Out);
        DatasetBuilder dataset = new DatasetBuilder(isExplicit).With(0x0008_0060, "CS", "CT").With(0x0010_0010, "PN", "A").With(0x0010_0020, "LO", "B");
        File.WriteAllBytes(target, hasPrefix ? dataset.ToFile() : dataset.ToBytes());
        using var queue = new FrameExportQueue<string>(new() { Destination = Out, Format = PictureFormat.Raw, Force = true }, 4, default);
        Assert.Contains("is a DICOM file", Run(queue, [file])[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_look_like_one_element_are_replaced_where_that_is_forced()
    {
        string file = AddImage("f", 1), target = Path.Combine(Out, "f.raw");
        Directory.CreateDirectory(Out);
        File.WriteAllBytes(target, [8, 0, 5, 0, 0, 0, 0, 0, 9, 0, 16, 0, 7, 7, 7, 7, 7, 7, 7, 7]);
        using var queue = new FrameExportQueue<string>(new() { Destination = Out, Format = PictureFormat.Raw, Force = true }, 4, default);
        Assert.Null(Run(queue, [file])[0].Error);
    }

    [Fact]
    public void A_frame_that_fails_does_not_keep_the_others()
    {
        string file = AddImage("f", 2);
        using var queue = new FrameExportQueue<string>(new() { Destination = Out, Format = PictureFormat.Raw, Frames = [1, 9, 2] }, 4, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file]);
        Assert.Equal([true, false, true, false], results.Select(result => result.Written is not null));
        Assert.Equal(DicomErrorReason.FrameNotFound, Assert.IsType<DicomException>(results[1].Error).Reason);
        Assert.Equal(9, results[1].Target!.Frame);
    }

    [Fact]
    public void What_is_wrong_with_all_frames_is_told_once()
    {
        string file = AddImage("f", 50, transferSyntax: "1.2.840.10008.1.2.4.100"), next = AddImage("g", 1);
        using var queue = new FrameExportQueue<string>(Options, 4, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file, next]);
        Assert.Equal([file, file, next, next], results.Select(result => result.Source));
        Assert.Equal(DicomErrorReason.UnsupportedTransferSyntax, Assert.IsType<DicomException>(results[0].Error).Reason);
        Assert.NotNull(results[2].Written);
    }

    [Fact]
    public void Pictures_are_written_only_if_they_are_approved()
    {
        string file = AddImage("f", 3);
        using var queue = new FrameExportQueue<string>(Options, 4, default) { Approve = (_, target) => target.Frame == 2 };
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file]);
        Assert.Equal([false, true, false, false], results.Select(result => result.Written is not null));
        Assert.Equal([1, 2, 3, null], results.Select(result => result.Target?.Frame));
        Assert.Equal(Path.Combine(Out, "f_2.raw"), Assert.Single(Directory.GetFiles(Out)));
    }

    [Fact]
    public void A_rehearsal_tells_of_errors_and_writes_nothing()
    {
        string file = AddImage("f", 2);
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "f_1.raw"), "there");
        using var queue = new FrameExportQueue<string>(Options, 4, default) { Approve = (_, _) => false, ChecksUnapproved = true };
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file]);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(results[0].Error).Reason);
        Assert.Null(results[1].Error);
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public void Of_two_files_with_one_name_the_first_is_written()
    {
        string one = AddImage("a/f", 1), other = AddImage("b/f", 1, first: 77);
        using var queue = new FrameExportQueue<string>(new() { Destination = Out, Format = PictureFormat.Raw, Force = true }, 8, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [one, other]);
        Assert.Equal(DicomErrorReason.TargetNotUnique, Assert.IsType<DicomException>(results[2].Error).Reason);
        Assert.Equal(1, File.ReadAllBytes(Path.Combine(Out, "f.raw"))[0]);
    }

    [Theory]
    [InlineData("one", "two", "3", "3", "{StudyInstanceUID}")]
    [InlineData("one", "one", "3", "4", "{InstanceNumber}")]
    [InlineData("one", "one", "3", "3", "{Folder}")]
    public void An_error_of_two_files_with_one_name_names_both_and_what_tells_them_apart(
        string study, string otherStudy, string instance, string otherInstance, string field)
    {
        string one = AddHeader("a/f", study, instance), other = AddHeader("b/f", otherStudy, otherInstance);
        using var queue = new FrameExportQueue<string>(Options, 4, default);
        DicomException error = Assert.IsType<DicomException>(Run(queue, [one, other])[2].Error);
        Assert.Equal(other, error.Path);
        Assert.StartsWith($"'{Path.Combine(Out, "f.raw")}' would be written from both '{one}' and '{other}'. Add {field} to the name template", error.Message);
    }

    [Fact]
    public void What_is_in_the_template_already_is_not_advised()
    {
        // Names cannot hold what tells the studies apart.
        string one = AddHeader("a/f", "1?", "3"), other = AddHeader("b/f", "1*", "3");
        var options = new FrameExportOptions { Destination = Out, Format = PictureFormat.Raw, NameTemplate = NameTemplate.Parse("{StudyInstanceUID}") };
        using var queue = new FrameExportQueue<string>(options, 4, default);
        Assert.Contains("Add {Folder} to the name template", Assert.IsType<DicomException>(Run(queue, [one, other])[2].Error).Message);
    }

    [Fact]
    public void A_file_that_is_named_twice_and_frames_of_one_file_are_told_as_such()
    {
        string file = AddImage("f", 2);
        using var queue = new FrameExportQueue<string>(Options, 4, default);
        Assert.Contains("named twice", Assert.IsType<DicomException>(Run(queue, [file, file])[3].Error).Message);
        var same = new FrameExportOptions { Destination = _folder.Combine("other"), Format = PictureFormat.Raw, NameTemplate = NameTemplate.Parse("same") };
        using var frames = new FrameExportQueue<string>(same, 4, default);
        Assert.Contains("add {Frame} to the name template", Assert.IsType<DicomException>(Run(frames, [file])[1].Error).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_that_exist_are_passed_over_where_that_is_asked_for(bool isRehearsal)
    {
        string file = AddImage("f", 3);
        Directory.CreateDirectory(Out);
        string there = Path.Combine(Out, "f_2.raw");
        File.WriteAllText(there, "there");
        var asked = new List<string>();
        var options = new FrameExportOptions { Destination = Out, Format = PictureFormat.Raw, SkipExisting = true };
        using var queue = new FrameExportQueue<string>(options, 4, default)
        {
            ChecksUnapproved = isRehearsal,
            Approve = (_, target) =>
            {
                asked.Add(target.Path);
                return !isRehearsal;
            },
        };
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file]);
        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal([null, there, null, null], results.Select(result => result.Skipped?.FullName));
        Assert.Equal(SkipReason.TargetExists, results[1].Skipped!.Reason);
        Assert.Equal("there", File.ReadAllText(there));
        Assert.Equal(isRehearsal ? 1 : 3, Directory.GetFiles(Out).Length);
        Assert.Equal(!isRehearsal, asked.Contains(there));
    }

    [Fact]
    public void Two_files_with_one_name_are_an_error_also_where_pictures_that_exist_are_passed_over()
    {
        string one = AddImage("a/f", 1), other = AddImage("b/f", 1);
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "f.raw"), "there");
        var options = new FrameExportOptions { Destination = Out, Format = PictureFormat.Raw, SkipExisting = true };
        using var queue = new FrameExportQueue<string>(options, 4, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [one, other]);
        Assert.NotNull(results[0].Skipped);
        Assert.Equal(DicomErrorReason.TargetNotUnique, Assert.IsType<DicomException>(results[2].Error).Reason);
    }

    [Fact]
    public void The_end_of_the_work_waits_for_pictures_and_leaves_no_temporary_file()
    {
        string[] files = Enumerable.Range(0, 50).Select(i => AddImage($"f{i:00}", 20)).ToArray();
        using var cancellation = new CancellationTokenSource();
        var queue = new FrameExportQueue<string>(Options, 8, cancellation.Token);
        foreach (string file in files.Take(10)) queue.Add(file, file);
        for (int i = 0; i < 5; i++) queue.Take();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (queue.HasMore) queue.Take();
        });
        queue.Dispose();
        string[] written = Directory.GetFiles(Out);
        Assert.All(written, path => Assert.Equal(".raw", Path.GetExtension(path)));
        Assert.All(written, path => Assert.Equal(1, new FileInfo(path).Length));
        foreach (string file in files) File.Delete(file);
    }

    [Fact]
    public void A_warning_of_the_number_of_frames_comes_before_the_pictures()
    {
        string file = AddImage("f", 3, declared: 2);
        using var queue = new FrameExportQueue<string>(Options, 4, default);
        List<WriteResult<string, PictureTarget, ExportedFrame>> results = Run(queue, [file]);
        Assert.NotNull(results[0].Warning);
        Assert.Null(results[0].Target);
        Assert.False(results[0].IsLast);
    }

    [Fact]
    public void Options_that_contradict_themselves_are_told_at_once() =>
        Assert.Throws<ArgumentException>(() => new FrameExportQueue<string>(new() { Destination = Out, Combine = true }, 4, default));

    /// <summary>Frames of one byte: 1, 2, 3, ...</summary>
    private string AddImage(string name, int frames, int first = 1, int? declared = null, string? transferSyntax = null)
    {
        string path = _folder.AddFile(name + ".dcm");
        byte[] pixels = [.. Enumerable.Range(first, frames).Select(value => (byte)value)];
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 8, frames: declared ?? frames);
        dataset = transferSyntax is null
            ? dataset.WithValue(FrameImage.PixelData, "OB", pixels)
            : dataset.WithFragments(FrameImage.PixelData, [[], .. pixels.Select(value => new byte[] { value, 0, 0, 0 })]);
        File.WriteAllBytes(path, dataset.ToFile(transferSyntax));
        return path;
    }

    private string AddHeader(string name, string study, string instance)
    {
        string path = _folder.AddFile(name + ".dcm");
        File.WriteAllBytes(path, new DatasetBuilder().With(0x0020_000D, "UI", study).With(0x0020_0013, "IS", instance).Describe(1, 1, 8)
            .WithValue(FrameImage.PixelData, "OB", 1).ToFile());
        return path;
    }

    private static List<WriteResult<string, PictureTarget, ExportedFrame>> Run(FrameExportQueue<string> queue, string[] files)
    {
        var results = new List<WriteResult<string, PictureTarget, ExportedFrame>>();
        foreach (string file in files)
        {
            while (queue.IsFull) results.Add(queue.Take());
            queue.Add(file, file);
            while (queue.TryTake(out WriteResult<string, PictureTarget, ExportedFrame> result)) results.Add(result);
        }

        results.AddRange(Drain(queue));
        return results;
    }

    private static List<WriteResult<string, PictureTarget, ExportedFrame>> Drain(FrameExportQueue<string> queue)
    {
        var results = new List<WriteResult<string, PictureTarget, ExportedFrame>>();
        while (queue.HasMore) results.Add(queue.Take());
        return results;
    }
}
