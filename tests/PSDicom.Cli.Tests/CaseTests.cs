using System.ComponentModel;
using System.Diagnostics;

namespace PSDicom.Cli.Tests;

/// <summary>
/// Small files with the right answer for each, made of what users of toolkits reported, judged by the program that came with them. They are in a
/// folder beside the repository; where it is missing, or Python, the test is skipped.
/// </summary>
public class CaseTests
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared"));

    [SkippableFact]
    public void Every_case_is_right()
    {
        string cases = Path.Combine(Shared, "cases"), judge = Path.Combine(Shared, "check", "check-cases.py");
        Skip.IfNot(File.Exists(Path.Combine(cases, "cases.tsv")) && File.Exists(judge), "The cases are not there: ../shared/cases beside the repository.");
        string told = Judge(judge, cases, out int exitCode);
        Assert.True(exitCode == 0, told);
        Assert.EndsWith(" cases right", told.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>What the judge prints: the cases that are wrong, and how many are right.</summary>
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
