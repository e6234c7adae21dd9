using System.Diagnostics;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.IO.Sources;
using PSDicom.Threading;

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

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_is_an_error_without_waiting_for_a_writer(bool isHeld)
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no pipes among the files.");
        using (Process make = Process.Start("mkfifo", _path)) make.WaitForExit();

        // If the pipe blocked, the test would not end before this.
        using Process writer = Process.Start("sh", ["-c", $"sleep 20; exec 3<> '{_path}'"]);
        try
        {
            string[] paths = [_path, Path.Combine(Path.GetDirectoryName(_path)!, "x", "..", Path.GetFileName(_path))];
            foreach (string path in paths)
            {
                using FileByteSource source = isHeld ? FileByteSource.Hold(path) : new FileByteSource(path);
                Assert.Contains(path, Assert.Throws<IOException>(() => source.Read(0, new byte[10])).Message);
                Assert.Contains(path, Assert.Throws<IOException>(() => source.Length).Message);
            }

            Assert.Throws<IOException>(() => DicomFile.Open(_path));
            Assert.Throws<IOException>(() => FrameFile.Open(new OpenFile(_path), [], null, default, new MemoryBudget(1 << 20)));
            Assert.False(writer.HasExited);
        }
        finally
        {
            writer.Kill();
        }
    }

    [SkippableFact]
    public void Dots_in_a_path_are_text()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        File.WriteAllBytes(_path, [1, 2, 3]);
        string folder = _path + ".folder", link = _path + ".link";
        Directory.CreateDirectory(Path.Combine(folder, "inside"));
        Directory.CreateSymbolicLink(link, Path.Combine(folder, "inside"));
        try
        {
            using var source = new FileByteSource(Path.Combine(link, "..", Path.GetFileName(_path)));
            Assert.Equal(3, source.Length);
        }
        finally
        {
            Directory.Delete(link);
            Directory.Delete(folder, recursive: true);
        }
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
