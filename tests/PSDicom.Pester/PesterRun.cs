using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PSDicom.Shell;

namespace PSDicom.Pester;

/// <summary>
/// Runs files of Pester tests, and counts what they say. What they test is the layout that the build makes in this project's output.
/// </summary>
public sealed partial class PesterRun : IDisposable
{
    /// <summary>Where the numbers of all tests are written.</summary>
    private static readonly string CountsFile = Path.Combine(AppContext.BaseDirectory, "pester-counts.txt");

    private readonly PowerShellProgram? _powerShell;
    private readonly string _pester = "";
    private int _passed;
    private int _failed;
    private int _skipped;

    public PesterRun()
    {
        File.Delete(CountsFile);
        string repository = FindRepository();
        _powerShell = PowerShellProgram.Find(repository, out string missing);
        Missing = missing.Length > 0 ? missing : null;
        if (_powerShell is not null) Missing = RestorePester(repository, out _pester);
    }

    /// <summary>The folder of the tests.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "repository", "tests", "Pester");

    /// <summary>What is missing to run Pester tests; null when nothing is.</summary>
    public string? Missing { get; }

    /// <summary>Runs the tests of a file.</summary>
    /// <returns>Whether all went well, and what Pester says.</returns>
    public (bool IsRight, string Output) Run(string file)
    {
        ProcessStartInfo start = _powerShell!.Start(
            "-NoProfile", "-NonInteractive", "-File", Path.Combine(Folder, "Invoke-Tests.ps1"), "-Path", Path.Combine(Folder, file), "-Pester", _pester);
        start.Environment["NO_COLOR"] = "1";
        ProgramRun run = ProgramRun.Of(start)!;
        Match counts = Counts().Match(run.Output);
        if (counts.Success)
        {
            _passed += Count(counts, 1);
            _failed += Count(counts, 2);
            _skipped += Count(counts, 3);
        }

        return (counts.Success && run.ExitCode == 0, run.Output);
    }

    public void Dispose()
    {
        if (Missing is null) File.WriteAllText(CountsFile, $"{_passed} passed, {_failed} failed, {_skipped} skipped\n");
    }

    /// <summary>Pester of the version that the repository names, from NuGet; else one that is installed.</summary>
    private string? RestorePester(string repository, out string pester)
    {
        string project = Path.Combine(repository, "tests", "Pester", "Pester.csproj");
        ProgramRun? restored = ProgramRun.Of(new ProcessStartInfo(
            PowerShellProgram.DotNet, ["msbuild", project, "-restore", "-target:FindPester", "-getProperty:PesterManifest"]));
        pester = restored?.Output.Trim() ?? "";
        if (restored?.ExitCode == 0 && File.Exists(pester)) return null;

        pester = "Pester";
        const string Find = "if (-not (Get-Module -ListAvailable -FullyQualifiedName @{ ModuleName = 'Pester'; ModuleVersion = '5.0' })) { exit 1 }";
        return ProgramRun.Of(_powerShell!.Start("-NoProfile", "-NonInteractive", "-Command", Find)) is { ExitCode: 0 }
            ? null
            : $"Pester 5 or later is not installed, and cannot be restored from NuGet: {restored?.Output.Trim()}";
    }

    private static int Count(Match counts, int group) => int.Parse(counts.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PSDicom.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
    }

    [GeneratedRegex(@"Tests Passed: (\d+), Failed: (\d+), Skipped: (\d+)")]
    private static partial Regex Counts();
}
