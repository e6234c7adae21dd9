using System.Diagnostics;
using PSDicom.IO.Writing;
using PSDicom.Operations.Copy;

namespace PSDicom.Core.Tests.Operations.Copy;

/// <summary>Links, other file systems and full disks, as they are on Linux and macOS.</summary>
public sealed class FileCopyLinkTests : IDisposable
{
    private const string OtherFileSystem = "/dev/shm";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string name = "1.dcm")
    {
        string path = _folder.AddFile("in", name);
        File.WriteAllBytes(path, ValidObjects.Of("CT").ToFile());
        return path;
    }

    private FileCopyOptions Options => new() { Destination = _folder.Combine("out") };

    private static (DicomFileCopy? Written, Exception? Error) Run(FileCopyOptions options, string path)
    {
        using var queue = new FileCopyQueue<string>(options, 1, default);
        queue.Add(path, path, null);
        var result = queue.Take();
        return (result.Written, result.Error);
    }

    [SkippableFact]
    public void A_link_is_followed_and_stays()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        string path = Write(), link = _folder.Combine("in", "link.dcm");
        File.CreateSymbolicLink(link, path);
        DicomFileCopy copy = Run(Options with { Move = true }, link).Written!;
        Assert.Equal(FileCopyStatus.Copied, copy.Status);
        Assert.Contains("link", Assert.Single(copy.GetWarnings()).Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy.FullName));
        Assert.Null(new FileInfo(copy.FullName).LinkTarget);
        Assert.True(File.Exists(link));
    }

    [SkippableFact]
    public void A_link_to_the_target_is_the_target()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        string path = Write(), folder = _folder.Combine("alias");
        Directory.CreateSymbolicLink(folder, _folder.Combine("in"));
        Assert.Equal(FileCopyStatus.AlreadyThere, Run(Options with { Destination = folder, Move = true, Force = true }, path).Written!.Status);
        Assert.True(File.Exists(path));
    }

    [SkippableFact]
    public void A_link_in_the_destination_leads_nowhere()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        string path = Write();
        Directory.CreateDirectory(_folder.Combine("out"));
        Directory.CreateDirectory(_folder.Combine("elsewhere"));
        Directory.CreateSymbolicLink(_folder.Combine("out", "P1"), _folder.Combine("elsewhere"));
        FileCopyOptions options = Options with { NameTemplate = PSDicom.Operations.Targets.NameTemplate.Parse("{PatientID}/1") };
        Assert.Equal(DicomErrorReason.TargetOutsideDestination, Assert.IsType<DicomException>(Run(options, path).Error).Reason);
        Assert.Empty(Directory.GetFiles(_folder.Combine("elsewhere")));
    }

    [Fact]
    public void A_hard_link_is_the_same_file()
    {
        string path = Write();
        DicomFileCopy copy = Run(Options with { HardLink = true }, path).Written!;
        Assert.Equal(FileCopyStatus.Linked, copy.Status);
        File.AppendAllText(path, "x");
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy.FullName));
        Assert.Equal(FileCopyStatus.AlreadyThere, Run(Options with { Move = true }, path).Written!.Status);
        Assert.True(File.Exists(path));
    }

    [SkippableFact]
    public void To_another_file_system_it_is_copied_and_then_deleted()
    {
        string other = OnOtherFileSystem();
        try
        {
            string path = Write();
            File.SetAttributes(path, FileAttributes.ReadOnly);
            byte[] bytes = File.ReadAllBytes(path);
            DateTime time = File.GetLastWriteTimeUtc(path);
            DicomFileCopy copy = Run(Options with { Destination = other, HardLink = true }, path).Written!;
            Assert.Equal(FileCopyStatus.Copied, copy.Status);
            File.Delete(copy.FullName);
            copy = Run(Options with { Destination = other, Move = true }, path).Written!;
            Assert.Equal((FileCopyStatus.Moved, (long)bytes.Length), (copy.Status, copy.Length));
            Assert.False(File.Exists(path));
            Assert.Equal(bytes, File.ReadAllBytes(copy.FullName));
            Assert.Equal(time, File.GetLastWriteTimeUtc(copy.FullName));
            Assert.True(File.GetAttributes(copy.FullName).HasFlag(FileAttributes.ReadOnly));
            Assert.Single(Directory.GetFiles(other));
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    [SkippableFact]
    public void A_full_disk_leaves_the_source_and_nothing_else()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root can mount a small disk.");
        string disk = _folder.Combine("disk");
        Directory.CreateDirectory(disk);
        Skip.IfNot(Call("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), "A small disk cannot be mounted here.");
        try
        {
            string path = _folder.AddFile("in", "large.dcm");
            File.WriteAllBytes(path, ValidObjects.Of("CT").WithBytes(ValidObjects.PixelData, "OW", new byte[200_000]).ToFile());
            byte[] bytes = File.ReadAllBytes(path);
            foreach (bool isMove in (bool[])[false, true])
            {
                TargetWriteException error = Assert.IsType<TargetWriteException>(Run(Options with { Destination = Path.Combine(disk, "out"), Move = isMove }, path).Error);
                Assert.Contains("full", error.Message, StringComparison.Ordinal);
                Assert.Equal(bytes, File.ReadAllBytes(path));
                Assert.Empty(Directory.GetFiles(disk, "*", SearchOption.AllDirectories));
            }
        }
        finally
        {
            Call("umount", disk);
        }
    }

    [SkippableFact]
    public void An_original_that_cannot_be_deleted_is_told_about()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.UserName == "root", "Root may delete everything.");
        if (OperatingSystem.IsWindows()) return;
        string other = OnOtherFileSystem(), path = Write(), folder = Path.GetDirectoryName(path)!;
        try
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            DicomException error = Assert.IsType<DicomException>(Run(Options with { Destination = other, Move = true }, path).Error);
            Assert.Equal(DicomErrorReason.SourceNotRemoved, error.Reason);
            Assert.Contains(other, error.Message, StringComparison.Ordinal);
            Assert.True(File.Exists(path));
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.Delete(other, recursive: true);
        }
    }

    [Fact]
    public void A_file_that_appears_meanwhile_is_not_replaced()
    {
        string path = Write(), existing = _folder.AddFile("out", "1.dcm");
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => FileRename.TryMove(path, existing)).Reason);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => HardLink.TryCreate(path, existing)).Reason);
        Assert.True(File.Exists(path));
        Assert.Empty(File.ReadAllBytes(existing));
    }

    private static string OnOtherFileSystem()
    {
        Skip.IfNot(Directory.Exists(OtherFileSystem), "There is no second file system here.");
        string folder = Path.Combine(OtherFileSystem, "psdicom-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static bool Call(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
