using System.Diagnostics;
using PSDicom.Core.Tests.Operations;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.IO.Writing;

/// <summary>What files keep on Unix when they are replaced.</summary>
public sealed class UnixInPlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.Combine("head.dcm");

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData((UnixFileMode)0b110_100_000)]
    [InlineData((UnixFileMode)0b110_110_110)]
    [InlineData((UnixFileMode)0b111_111_101)]
    public void Permissions_stay(UnixFileMode mode)
    {
        RequireUnix();
        File.WriteAllBytes(Target, [1]);
        File.SetUnixFileMode(Target, mode);
        Replace(new InPlaceOptions());
        Assert.Equal(mode, File.GetUnixFileMode(Target));
    }

    [SkippableFact]
    public void The_owner_stays()
    {
        RequireUnix();
        Skip.If(Environment.UserName != "root", "Only root can give files away.");
        File.WriteAllBytes(Target, [1]);
        Run("chown", "1234:2345", Target);
        Replace(new InPlaceOptions());
        FileState state = FileStates.Of(Target);
        Assert.Equal((1234u, 2345u), (state.Owner, state.OwningGroup));
    }

    [SkippableFact]
    public void Extended_attributes_stay()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/setfattr"), "Needs setfattr of Linux.");
        File.WriteAllBytes(Target, [1]);
        Skip.If(!TryRun("setfattr", "-n", "user.note", "-v", "kept", Target), "The file system has no extended attributes.");
        Replace(new InPlaceOptions());
        Assert.True(TryRun("getfattr", "-n", "user.note", Target));
    }

    [SkippableFact]
    public void The_target_of_a_symbolic_link_is_replaced_and_the_link_stays()
    {
        RequireUnix();
        File.WriteAllBytes(Target, [1]);
        string link = _folder.Combine("link.dcm");
        File.CreateSymbolicLink(link, Target);
        using (var file = new InPlaceFile(link, new InPlaceOptions()))
        {
            file.Create(fromCopy: false).Write(0, [9]);
            file.Commit(default);
            Assert.Equal(Path.GetFileName(Target), Path.GetFileName(file.Path));
        }

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal([9], File.ReadAllBytes(Target));
    }

    [SkippableFact]
    public void Hard_links_are_broken_only_if_that_is_wanted()
    {
        RequireUnix();
        File.WriteAllBytes(Target, [1]);
        string other = _folder.Combine("other.dcm");
        Assert.True(FileStates.TryLink(Target, other));
        Assert.Equal(DicomErrorReason.FileHasLinks, Assert.Throws<DicomException>(() => new InPlaceFile(Target, new InPlaceOptions())).Reason);
        Replace(new InPlaceOptions { BreaksHardLinks = true });
        Assert.Equal([9], File.ReadAllBytes(Target));
        Assert.Equal([1], File.ReadAllBytes(other));
    }

    [SkippableFact]
    public void A_pipe_is_an_error_without_waiting()
    {
        RequireUnix();
        Run("mkfifo", Target);
        Assert.ThrowsAny<IOException>(() => new InPlaceFile(Target, new InPlaceOptions()));
    }

    private void Replace(InPlaceOptions options)
    {
        using var file = new InPlaceFile(Target, options);
        file.Create(fromCopy: false).Write(0, [9]);
        file.Commit(default);
        Assert.True(file.KeptOwner);
        Assert.Equal([9], File.ReadAllBytes(Target));
    }

    private static void RequireUnix() => Skip.If(OperatingSystem.IsWindows(), "Unix only.");

    private static void Run(params string[] command) => Assert.True(TryRun(command));

    private static bool TryRun(params string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
