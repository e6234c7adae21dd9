using PSDicom.Operations.Conversion;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Conversion;

public sealed class FileConversionQueueTests : IDisposable
{
    private static readonly byte[] Image = PixelConversionTests.Image(rows: 30, columns: 40, bits: 12);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_converted_in_their_place_in_order()
    {
        string[] paths = [.. Enumerable.Range(0, 20).Select(i => Write($"{i}.dcm"))];
        List<WriteResult<string, ConversionTarget, DicomConversion>> results = Run(Of("JpegLsLossless") with { Files = new FileRewriteOptions { Backup = true } }, paths);
        Assert.Equal(paths, results.Select(result => result.Written!.FullName));
        Assert.All(results, result =>
        {
            DicomConversion written = result.Written!;
            Assert.Equal((Image.Length, new FileInfo(written.FullName).Length, 1), (written.SourceLength, written.Length, written.FrameCount));
            Assert.Equal(Math.Round((double)Image.Length / written.Length, 3), written.Ratio);
            Assert.Equal(Image, File.ReadAllBytes(written.BackupName!));
            Assert.Equal(("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.80"), (written.SourceTransferSyntax.UID, written.TransferSyntax.UID));
            Assert.True(written.Duration > TimeSpan.Zero);
        });
        Assert.Equal(40, Directory.GetFiles(_folder.Path).Length);
        Assert.All(paths, path => Assert.Equal(Converting.Hashes(Image), Converting.Hashes(File.ReadAllBytes(path))));
    }

    [Fact]
    public void A_file_that_needs_no_change_is_not_written_in_its_place()
    {
        string path = Write("a.dcm");
        DateTime written = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        Assert.False(Run(Of("Native"), path)[0].Written!.IsChanged);
        Assert.False(Run(Of("DeflatedFrames") with { OnlyIfSmaller = true }, Write("noise.dcm", new DatasetBuilder().With(0x0010_0020, "LO", "A").ToFile()))[0].Written!.IsChanged);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Errors_leave_the_file_and_nothing_else()
    {
        string path = Write("a.dcm", Image[..^100]);
        Assert.NotNull(Run(Of("JpegLsLossless"), path)[0].Error);
        Assert.Equal(Image[..^100], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_rehearsal_writes_nothing_and_reports_what_the_standard_forbids()
    {
        string path = Write("a.dcm"), color = Write("b.dcm", PixelConversionTests.Image(rows: 4, columns: 4, bits: 8, photometric: "PALETTE COLOR"));
        using var queue = new FileConversionQueue<string>(Of("Jpeg") with { Files = new FileRewriteOptions { Destination = _folder.Combine("out") } }, 2, default)
        {
            Approve = (_, _) => false, ChecksUnapproved = true,
        };
        Assert.Null(queue.TryAdd(path, path));
        Assert.Null(queue.TryAdd(color, color));
        List<WriteResult<string, ConversionTarget, DicomConversion>> results = TakeAll(queue);
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Assert.IsType<DicomException>(results[0].Error).Reason);
        Assert.Equal(DicomErrorReason.LossNotAllowed, Assert.IsType<DicomException>(results[1].Error).Reason);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Fact]
    public void Existing_files_are_skipped_or_replaced_only_when_that_is_asked_for()
    {
        string path = Write("a.dcm");
        FileConversionOptions options = Of("RleLossless") with { Files = new FileRewriteOptions { Destination = _folder.Combine("out") } };
        Assert.NotNull(Run(options, path)[0].Written);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(Run(options, path)[0].Error).Reason);
        Assert.NotNull(Run(options with { Files = options.Files with { SkipExisting = true } }, path)[0].Skipped);
        Assert.NotNull(Run(options with { Files = options.Files with { Force = true } }, path)[0].Written);
    }

    [Fact]
    public void Cancellation_leaves_the_file_as_it_is()
    {
        byte[] many = PixelConversionTests.Image(rows: 256, columns: 256, bits: 16, frames: 60);
        string path = Write("many.dcm", many);
        using var stop = new CancellationTokenSource();
        using (var queue = new FileConversionQueue<string>(Of("Jpeg2000Lossless"), 1, stop.Token))
        {
            queue.TryAdd(path, path);
            while (!queue.TryTake(out _) && Directory.GetFiles(_folder.Path).Length == 1 && !stop.IsCancellationRequested) stop.CancelAfter(20);
        }

        Assert.Equal(many, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    private static FileConversionOptions Of(string syntax) => new() { TransferSyntax = WritableSyntaxes.Parse(syntax) };

    private static List<WriteResult<string, ConversionTarget, DicomConversion>> Run(FileConversionOptions options, params string[] paths)
    {
        using var queue = new FileConversionQueue<string>(options, 4, default);
        var results = new List<WriteResult<string, ConversionTarget, DicomConversion>>();
        foreach (string path in paths)
        {
            while (queue.IsFull) Add(results, queue.Take());
            Assert.Null(queue.TryAdd(path, path));
        }

        results.AddRange(TakeAll(queue));
        return results;
    }

    private static List<WriteResult<string, ConversionTarget, DicomConversion>> TakeAll(FileConversionQueue<string> queue)
    {
        var results = new List<WriteResult<string, ConversionTarget, DicomConversion>>();
        while (queue.HasMore) Add(results, queue.Take());
        return results;
    }

    private static void Add(List<WriteResult<string, ConversionTarget, DicomConversion>> results, WriteResult<string, ConversionTarget, DicomConversion> result)
    {
        if (result.Target is not null || result.Error is not null) results.Add(result);
    }

    private string Write(string name, byte[]? bytes = null)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes ?? Image);
        return path;
    }
}
