using System.Diagnostics;
using PSDicom.IO;

namespace PSDicom.Core.Tests.IO;

public sealed class UnixFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_writer_that_wants_the_file_for_itself_gets_it(bool isHeld)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows itself refuses such a writer while the file is open.");
        File.WriteAllBytes(_path, [1, 2, 3]);
        using FileByteSource source = isHeld ? FileByteSource.Hold(_path) : new FileByteSource(_path);
        using FileStream writer = new(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(2, source.Read(1, new byte[10]));
    }

    [SkippableFact]
    public void A_pipe_is_an_error()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no pipes among the files.");
        using (Process make = Process.Start("mkfifo", _path)) make.WaitForExit();
        using Process writer = Process.Start("sh", ["-c", $"echo > '{_path}'"]);
        using var source = new FileByteSource(_path);
        Assert.Throws<IOException>(() => source.Read(0, new byte[10]));
    }

    [SkippableFact]
    public void The_descriptor_is_closed()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/proc tells what is open.");
        File.WriteAllBytes(_path, [1, 2, 3]);
        using (var source = new FileByteSource(_path)) Assert.True(IsOpen());
        Assert.False(IsOpen());
        using (FileByteSource.Hold(_path)) Assert.True(IsOpen());
        Assert.False(IsOpen());
    }

    private bool IsOpen() => Directory.GetFiles("/proc/self/fd").Any(link => new FileInfo(link).LinkTarget == _path);
}
