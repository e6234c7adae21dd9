using System.ComponentModel;
using System.Diagnostics;

namespace PSDicom.Cli.Tests;

/// <summary>
/// Small files with the expected answer for each, from problems that users of toolkits reported, checked by the program that comes with them. They
/// are in a folder beside the repository; without it, or without Python, the test is skipped.
/// </summary>
public class CaseTests
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared"));

    [SkippableFact]
    public void Every_case_is_right()
    {
        string cases = Path.Combine(Shared, "cases"), judge = Path.Combine(Shared, "check", "check-cases.py");
        Skip.IfNot(File.Exists(Path.Combine(cases, "cases.tsv")) && File.Exists(judge), "The cases are not there: ../shared/cases beside the repository.");
        string report = Judge(judge, cases, out int exitCode);
        Assert.True(exitCode == 0, report);
        Assert.EndsWith(" cases right", report.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>The output of the checker: the wrong cases, and the number of right ones.</summary>
    private static string Judge(string judge, string cases, out int exitCode)
    {
        var start = new ProcessStartInfo("python3", [judge, cases, "--psdicom", Psdicom.ShellCommand])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            exitCode = process.ExitCode;
            return output + error.GetAwaiter().GetResult();
        }
        catch (Win32Exception)
        {
            throw new SkipException("Python is not there: python3.");
        }
    }
}
