using System.ComponentModel;
using System.Diagnostics;

namespace PSDicom.Shell;

/// <summary>The exit code and the output of a program.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    /// <summary>Runs a program without input, and waits for its end.</summary>
    /// <returns>Null if the program does not exist.</returns>
    public static ProgramRun? Of(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // MSBuild's worker processes would stay, and keep open the pipes that are read here.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ProgramRun(process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
