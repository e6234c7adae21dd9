using System.Diagnostics;

namespace PSDicom.Shell;

/// <summary>Builds the module and starts PowerShell with it: for a given command line, otherwise with a prompt.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        string repository = FindRepository();
        if (PowerShellProgram.Find(repository, out string missing) is not { } powerShell) return Fail(missing);

        // The analyzers are for changes to the source.
        string project = Path.Combine(repository, "src", "PSDicom");
        var build = new ProcessStartInfo(
            PowerShellProgram.DotNet, ["build", project, "--configuration", "Release", "--framework", "net8.0", "-p:RunAnalyzers=false", "-nologo", "-v:quiet"]);
        if (ProgramRun.Of(build) is { ExitCode: not 0 } failed) return Fail(failed.Output);

        string module = Path.Combine(repository, "PSDicom.psd1").Replace("'", "''", StringComparison.Ordinal);
        string command = $"Import-Module -Name '{module}'; {string.Join(' ', arguments)}";
        ProcessStartInfo start = powerShell.Start(["-NoLogo", "-NoProfile", .. (string[])(arguments.Length == 0 ? ["-NoExit"] : []), "-Command", command]);

        // PowerShell handles Ctrl-C.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PSDicom.psd1"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("This program must run within the repository.");
    }
}
