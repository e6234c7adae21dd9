using System.Diagnostics;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class StreamTests : IDisposable
{
    /// <summary>Opening a leased file waits until the lease is released, as with a share that hangs.</summary>
    private const string Lease = """
        import fcntl, signal, sys, time
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        file = open(sys.argv[1], "r+")
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        print("held", flush=True)
        time.sleep(300)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_closed_pipe_ends_it_silently_before_everything_is_read()
    {
        for (int i = 0; i < 500; i++) File.Copy(Repository.Sample("ct/slice-1.dcm"), _folder.Combine($"{i:D4}"));

        // The last file would be an error, if it were read. The output before it is more than a pipe holds.
        using Process process = Psdicom.Start(_folder.Path, "tags", "--recurse", ".", "missing");
        Task<string> error = process.StandardError.ReadToEndAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        process.StandardOutput.Close();
        Assert.Equal(0, Psdicom.ExitCodeOf(process));
        Assert.Equal("", await error);
    }

    [SkippableFact]
    public void An_interrupt_ends_it_although_a_read_hangs()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems have no leases.");
        string hanging = _folder.Combine("hanging");
        File.WriteAllBytes(hanging, new byte[200]);
        using Process lease = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec python3 -c '{Lease}' '{hanging}'"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        try
        {
            Skip.IfNot(lease.StandardOutput.ReadLine() == "held", "There is no Python, or the file system has no leases.");

            // Output is written before it waits.
            Interrupt.Allow();
            using Process process = Psdicom.Start(null, "frames", "--json", "samples/mr/cine.dcm", hanging);
            Assert.Contains("cine.dcm", process.StandardOutput.ReadLine());
            Interrupt.Send(process);
            Assert.Equal(130, Psdicom.ExitCodeOf(process));
            Assert.Equal("", process.StandardError.ReadToEnd());
        }
        finally
        {
            lease.Kill();
        }
    }

    [SkippableFact]
    public void A_pipe_among_the_files_is_an_error_without_waiting()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no named pipes in folders here.");
        string pipe = _folder.Combine("pipe");
        using (Process make = Process.Start("mkfifo", [pipe])) make.WaitForExit();
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--json", pipe, "samples/mr/cine.dcm");
        Assert.Contains("cine.dcm", outcome.Output);
        Assert.Contains(pipe, outcome.Error);
        Assert.Contains("is a pipe", outcome.Error);
        Assert.Equal(1, outcome.ExitCode);
    }

    [SkippableTheory]
    [InlineData("tags samples/mr/cine.dcm >&-", 1, "psdicom: The output cannot be written: it is closed.")]
    [InlineData("tags samples/mr/cine.dcm > /dev/full", 1, "psdicom: The output cannot be written: No space left on device")]
    [InlineData("--help > /dev/full", 1, "psdicom: The output cannot be written: No space left on device")]
    [InlineData("frames --sha256 samples/mr/cine.dcm > /dev/full", 1, "psdicom: The output cannot be written: No space left on device")]
    [InlineData("tags samples/mr/cine.dcm missing >&- 2>&-", 1, "")]
    [InlineData("frames --sha256 samples/mr/cine.dcm missing > /dev/full 2> /dev/full", 1, "")]
    [InlineData("tags missing 2> /dev/full", 1, "")]
    [InlineData("tags missing 2>&-", 1, "")]
    [InlineData("tags samples/mr/cine.dcm > /dev/null 2>&-", 0, "")]
    [InlineData("--bogus 2>&-", 2, "")]
    [InlineData("--bogus 2> /dev/full", 2, "")]
    [InlineData("2> /dev/full", 2, "")]
    [InlineData("tags --files-from - <&-", 2, "psdicom: The list of files cannot be read: the standard input is closed.")]
    public void A_closed_or_full_stream_ends_it_with_a_message_and_an_exit_code(string call, int exitCode, string error)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "There is no /dev/full here.");
        Psdicom.Outcome outcome = Shell($"{Psdicom.ShellCommand} {call}");
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        if (error.Length == 0) Assert.Equal("", outcome.Error);
        else Assert.StartsWith(error, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>.NET itself does not start this way; the native program, named by PSDICOM_NATIVE, does.</summary>
    [SkippableTheory]
    [InlineData("ulimit -n 12; ")]
    [InlineData("exec unshare -m sh -c 'umount -l /proc && exec \"$@\"' sh ")]
    public void The_native_program_needs_few_handles_and_no_proc(string before)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("PSDICOM_NATIVE") is { Length: > 0 }, "PSDICOM_NATIVE does not name the native program.");
        Skip.If(before.Contains("unshare", StringComparison.Ordinal) && Shell("unshare -m true").ExitCode != 0, "Only root can take /proc away.");
        Psdicom.Outcome outcome = Shell($"{before}{Psdicom.ShellCommand} frames --sha256 samples/mr/cine.dcm samples/ct/slice-1.dcm");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.True(outcome.Lines.Length > 2);
    }

    [Theory]
    [InlineData("--review", "--contact-sheet", "file/sheet.html")]
    [InlineData("-o", "out", "--report", "file/report.csv")]
    [InlineData("-o", "out", "--save-map", "file/map")]
    public void A_file_of_the_whole_run_that_cannot_be_written_is_named(params string[] options)
    {
        File.WriteAllText(_folder.Combine("file"), "no folder");
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["protect", .. options, Repository.Sample("ct/slice-1.dcm")]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("^psdicom: '.*file.*' cannot be written: ", Assert.Single(outcome.ErrorLines));
    }

    [SkippableFact]
    public void A_deleted_working_folder_is_reported()
    {
        Skip.If(OperatingSystem.IsWindows(), "No folder that is used can be deleted here.");
        string gone = _folder.Combine("gone"), sample = Repository.Sample("ct/slice-1.dcm");
        string enter = $"mkdir '{gone}' && cd '{gone}' && rmdir '{gone}' && ";
        Assert.Equal("x.dcm: The current folder has been deleted. Change to another.", Assert.Single(Shell($"{enter}{Psdicom.ShellCommand} tags x.dcm").ErrorLines));
        Assert.Equal("psdicom: The current folder has been deleted. Change to another.", Assert.Single(Shell($"{enter}{Psdicom.ShellCommand} export '{sample}'").ErrorLines));
        Assert.Equal(0, Shell($"{enter}{Psdicom.ShellCommand} tags '{sample}'").ExitCode);
    }

    [SkippableFact]
    public void A_name_that_is_not_UTF8_is_reported()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Names of files are Unicode here.");
        Psdicom.Outcome outcome = Shell($"cd '{_folder.Path}' && echo > \"$(printf 'na\\377me.dcm')\" && {Psdicom.ShellCommand} tags *.dcm; code=$?; rm *.dcm; exit $code");
        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith("is not UTF-8, or it does not exist. Rename it.", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Hashes_are_written_as_soon_as_they_are_ready()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no sh here.");
        byte[] rle = [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], 3, 1, 2, 3, 4, 0];
        byte[] file = new DatasetBuilder()
            .With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0008, "IS", "3")
            .With(0x0028_0010, "US", 2).With(0x0028_0011, "US", 2).With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8)
            .With(0x0028_0102, "US", 7).With(0x0028_0103, "US", 0)
            .WithFragments(0x7FE0_0010, [], rle, [1, 2, 3, 4], rle)
            .ToFile("1.2.840.10008.1.2.5");
        File.WriteAllBytes(_folder.Combine("x.dcm"), file);
        Psdicom.Outcome outcome = Shell($"cd '{_folder.Path}' && {Psdicom.ShellCommand} frames --sha256 x.dcm 2>&1");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Collection(
            outcome.Lines,
            line => Assert.EndsWith("      1  x.dcm", line, StringComparison.Ordinal),
            line => Assert.StartsWith("x.dcm: Frame 2 ", line, StringComparison.Ordinal),
            line => Assert.EndsWith("      3  x.dcm", line, StringComparison.Ordinal));
    }

    private static Psdicom.Outcome Shell(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = Repository.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process shell = Process.Start(start)!;
        Task<string> error = shell.StandardError.ReadToEndAsync();
        string output = shell.StandardOutput.ReadToEnd();
        return new Psdicom.Outcome(Psdicom.ExitCodeOf(shell), output, error.GetAwaiter().GetResult());
    }

    [Fact]
    public void The_output_is_UTF8_without_a_byte_order_mark()
    {
        using Process process = Psdicom.Start(null, "tags", "--tag", "PatientName", "samples/sr/report.dcm");
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        Assert.StartsWith("samples", System.Text.Encoding.Latin1.GetString(output.ToArray()));
        Assert.True(output.ToArray().AsSpan().IndexOf("山田^太郎"u8) > 0);
    }

    [SkippableFact]
    public void Output_and_errors_in_one_file_keep_their_order()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no sh here.");
        string all = _folder.Combine("all");
        string command = $"(echo before; {Psdicom.ShellCommand} frames --json samples/mr/cine.dcm missing samples/sr/report.dcm; echo after) > '{all}' 2>&1";
        var start = new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = Repository.Folder };
        using (Process shell = Process.Start(start)!) shell.WaitForExit();
        Assert.Collection(
            File.ReadAllLines(all),
            line => Assert.Equal("before", line),
            line => Assert.Contains("cine.dcm", line),
            line => Assert.Equal("missing: The file does not exist.", line),
            line => Assert.Contains("report.dcm", line),
            line => Assert.Equal("after", line));
    }
}
