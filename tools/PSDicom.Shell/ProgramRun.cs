using System.ComponentModel;
using System.Diagnostics;

namespace PSDicom.Shell;

/// <summary>How a program ended, and all that it wrote.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    /// <summary>Runs a program that is asked for nothing, and waits for its end.</summary>
    /// <returns>Null if there is no such program.</returns>
    public static ProgramRun? Of(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // MSBuild's workers would stay, and with them the ends of the pipes that are read here.
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
