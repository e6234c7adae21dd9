using System.Diagnostics;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class StreamTests : IDisposable
{
    /// <summary>Whoever opens a leased file waits until the lease is given back, as one waits for a share that hangs.</summary>
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
    public async Task A_closed_pipe_ends_it_quietly_before_everything_is_read()
    {
        for (int i = 0; i < 500; i++) File.Copy(Repository.Sample("ct/slice-1.dcm"), _folder.Combine($"{i:D4}"));

        // The last file would be an error, if it came to that. What is before is more than a pipe holds.
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

            // What is read is written before it waits.
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
    public void A_pipe_among_the_files_is_an_error_and_is_not_waited_for()
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
            line => Assert.Equal("missing: There is no such file.", line),
            line => Assert.Contains("report.dcm", line),
            line => Assert.Equal("after", line));
    }
}
