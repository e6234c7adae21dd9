using System.ComponentModel;
using System.Diagnostics;

namespace PSDicom.Pester;

/// <summary>The PowerShell 7 of this machine.</summary>
internal static class PowerShell
{
    private const string FindPester =
        "if (-not (Get-Module -ListAvailable -FullyQualifiedName @{ ModuleName = 'Pester'; ModuleVersion = '5.0' })) { exit 1 }";

    /// <summary>What is missing to run Pester tests; null when nothing is.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Runs PowerShell without a profile and waits for its end.</summary>
    public static Result Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1" },
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output + errors.Result);
    }

    private static string? FindMissing()
    {
        try
        {
            return Run("-Command", FindPester).ExitCode == 0 ? null : "Pester 5 or later is not installed: Install-PSResource Pester";
        }
        catch (Win32Exception)
        {
            return "PowerShell 7 (pwsh) is not on the PATH.";
        }
    }

    internal sealed record Result(int ExitCode, string Output);
}
