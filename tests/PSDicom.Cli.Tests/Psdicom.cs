using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PSDicom.Cli.Tests;

/// <summary>Runs <c>psdicom</c> as a shell does: the built program, or the native one named by PSDICOM_NATIVE.</summary>
internal static class Psdicom
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    private static readonly string[] Command = Environment.GetEnvironmentVariable("PSDICOM_NATIVE") is { Length: > 0 } native
        ? [native]
        : [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "psdicom.dll")];

    /// <summary>The command that runs it.</summary>
    public static string ShellCommand => string.Join(' ', Command.Select(word => $"'{word}'"));

    public static Process Start(string? folder, params string[] arguments) => Start(false, folder, arguments);

    private static Process Start(bool hasInput, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Command[0])
        {
            WorkingDirectory = folder ?? Repository.Folder,
            RedirectStandardInput = hasInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in Command.Skip(1).Concat(arguments)) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Runs it in the root of the repository, where samples/ is.</summary>
    public static Outcome Run(params string[] arguments) => RunIn(null, arguments);

    public static Outcome RunIn(string? folder, params string[] arguments) => RunWith(null, folder, arguments);

    /// <summary>Runs it with a text as its standard input.</summary>
    public static Outcome RunWith(string? input, string? folder, params string[] arguments)
    {
        using Process process = Start(input is not null, folder, arguments);
        if (input is not null)
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
        }

        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        return new Outcome(ExitCodeOf(process), output, error.GetAwaiter().GetResult());
    }

    public static int ExitCodeOf(Process process)
    {
        if (process.WaitForExit(LongEnough)) return process.ExitCode;
        process.Kill();
        throw new TimeoutException("psdicom does not end.");
    }

    internal sealed record Outcome(int ExitCode, string Output, string Error)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public string[] ErrorLines => Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>The output as JSON objects, one per line.</summary>
        public List<JsonElement> Objects => Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
    }
}
