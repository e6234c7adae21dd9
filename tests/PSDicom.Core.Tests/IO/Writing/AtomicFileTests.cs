using PSDicom.Core.Tests.Operations;
using PSDicom.IO;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.IO.Writing;

public sealed class AtomicFileTests : IDisposable
{
    private const int NoSpace = 28;

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.Combine("picture.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_there_when_it_is_whole()
    {
        long length = AtomicFile.Write(Target, false, stream =>
        {
            Write(stream, 1, 2, 3);
            Assert.False(File.Exists(Target));
            stream.Position = 0;
            Write(stream, 9);
        }, default);
        Assert.Equal(3, length);
        Assert.Equal([9, 2, 3], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_is_replaced_only_if_that_is_wanted()
    {
        File.WriteAllBytes(Target, [1]);
        DicomException exception = Assert.Throws<DicomException>(() => AtomicFile.Write(Target, false, stream => Write(stream, 2), default));
        Assert.Equal(DicomErrorReason.TargetExists, exception.Reason);
        Assert.Equal([1], File.ReadAllBytes(Target));
        AtomicFile.Write(Target, true, stream => Write(stream, 2), default);
        Assert.Equal([2], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_another_makes_meanwhile_is_not_replaced()
    {
        Assert.Throws<DicomException>(() => AtomicFile.Write(Target, false, stream =>
        {
            Write(stream, 2);
            File.WriteAllBytes(Target, [1]);
        }, default));
        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_leaves_existing_files_and_nothing_else(bool isThere)
    {
        if (isThere) File.WriteAllBytes(Target, [1]);
        Assert.Throws<InvalidTimeZoneException>(() => AtomicFile.Write(Target, true, stream =>
        {
            Write(stream, 2);
            throw new InvalidTimeZoneException();
        }, default));
        Assert.Equal(isThere ? [Target] : [], Directory.GetFiles(_folder.Path));
        if (isThere) Assert.Equal([1], File.ReadAllBytes(Target));
    }

    [Fact]
    public void When_the_work_is_ended_nothing_is_left()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(Target, true, stream =>
        {
            Write(stream, 1);
            cancellation.Cancel();
            Write(stream, 2);
            Assert.Fail("A write after the end of the work went on.");
        }, cancellation.Token));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_an_error_of_writing()
    {
        File.WriteAllBytes(Target, [1]);
        string path = Path.Combine(Target, "inside.png");
        TargetWriteException exception = Assert.Throws<TargetWriteException>(() => AtomicFile.Write(path, true, stream => Write(stream, 1), default));
        Assert.Equal(path, exception.Path);
        Assert.Contains(path, exception.Message);
        Assert.DoesNotContain(".~", exception.Message);
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_name_that_is_too_long_is_an_error_of_writing()
    {
        string path = _folder.Combine(new string('x', 300));
        Assert.Throws<TargetWriteException>(() => AtomicFile.Write(path, true, stream => Write(stream, 1), default));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_an_error()
    {
        Directory.CreateDirectory(Target);
        Assert.Throws<DicomException>(() => AtomicFile.Write(Target, false, stream => Write(stream, 1), default));
        Assert.Throws<TargetWriteException>(() => AtomicFile.Write(Target, true, stream => Write(stream, 1), default));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void The_error_of_a_full_disk_names_the_file()
    {
        using var stream = new TargetStream(new FullStream(), Target, default);
        TargetWriteException exception = Assert.Throws<TargetWriteException>(() => Write(stream, 1));
        Assert.Equal((Target, true, NoSpace), (exception.Path, SystemErrors.IsDiskFull(exception), exception.HResult));
        Assert.Equal($"'{Target}' cannot be written: the disk is full.", exception.Message);
    }

    [Fact]
    public void The_error_of_denied_access_names_the_file()
    {
        TargetWriteException exception = Assert.Throws<TargetWriteException>(
            () => AtomicFile.OnTarget<int>(Target, () => throw new UnauthorizedAccessException("'.~0123.tmp' is denied.")));
        Assert.Equal($"'{Target}' cannot be written: access is denied.", exception.Message);
        Assert.False(SystemErrors.IsDiskFull(exception));
    }

    private static void Write(Stream stream, params byte[] bytes) => stream.Write(bytes, 0, bytes.Length);

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left: '.~0123.tmp'", NoSpace);
    }
}
