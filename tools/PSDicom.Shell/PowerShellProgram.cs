using System.Diagnostics;

namespace PSDicom.Shell;

/// <summary>
/// The PowerShell 7 of this machine: the one named by PSDICOM_PWSH; otherwise the .NET tool of .config/dotnet-tools.json, from NuGet;
/// otherwise pwsh on the PATH.
/// </summary>
internal sealed class PowerShellProgram
{
    private readonly string _file;
    private readonly IReadOnlyList<string> _firstArguments;

    private PowerShellProgram(string file, params string[] firstArguments) => (_file, _firstArguments) = (file, firstArguments);

    /// <summary>The dotnet that runs this program.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Finds PowerShell, and restores it if needed.</summary>
    /// <param name="repository">The folder with .config.</param>
    /// <param name="missing">Why none was found.</param>
    public static PowerShellProgram? Find(string repository, out string missing)
    {
        missing = "";
        if (Environment.GetEnvironmentVariable("PSDICOM_PWSH") is { Length: > 0 } chosen)
        {
            var program = new PowerShellProgram(chosen);
            if (program.Home() is not null) return program;
            missing = $"PSDICOM_PWSH names {chosen}, which is not PowerShell 7.4 or later.";
            return null;
        }

        ProgramRun? restored = ProgramRun.Of(new ProcessStartInfo(DotNet, ["tool", "restore"]) { WorkingDirectory = repository });
        if (restored?.ExitCode == 0 && new PowerShellProgram(DotNet, "tool", "run", "pwsh").Home(repository) is { } home)
            return new PowerShellProgram(DotNet, Path.Combine(home, "pwsh.dll"));

        var installed = new PowerShellProgram("pwsh");
        if (installed.Home() is not null) return installed;
        missing = "PowerShell 7.4 or later (pwsh) is not on the PATH, and the .NET tool cannot be restored or run; it needs NuGet and .NET 10: "
            + $"{restored?.Output.Trim()}";
        return null;
    }

    /// <summary>The start information for these arguments.</summary>
    public ProcessStartInfo Start(params string[] arguments) => new(_file, _firstArguments.Concat(arguments));

    /// <summary>Its folder; null if it cannot run or is too old.</summary>
    private string? Home(string? folder = null)
    {
        ProcessStartInfo start = Start("-NoProfile", "-NonInteractive", "-Command", "if ($PSVersionTable.PSVersion -lt '7.4') { exit 1 } $PSHOME");
        start.WorkingDirectory = folder ?? "";
        return ProgramRun.Of(start) is { ExitCode: 0 } run ? run.Output.Trim() : null;
    }
}
