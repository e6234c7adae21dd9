using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using PSDicom.Pictures.Terminal;

namespace PSDicom.Terminal;

/// <summary>
/// Asks the terminal of this process what it can draw. This is the only place that writes to the console: the terminal answers as if it were
/// typed, so both ends have to be one.
/// </summary>
internal static class TerminalQuestion
{
    /// <summary>No terminal takes so long; one that does not answer is waited for once in a process.</summary>
    private const int MaxMilliseconds = 200;

    private const int MaxAnswer = 256;

    private static readonly Lazy<TerminalFeatures> Answer = new(Ask);

    /// <summary>
    /// What the terminal draws: by the environment, else by its answer. Where the output or the input is redirected, only what every terminal
    /// shows.
    /// </summary>
    /// <param name="isSafe">Whether output does not go to the terminal of this process.</param>
    /// <exception cref="ArgumentException">The environment names no way of drawing.</exception>
    public static TerminalFeatures Features(bool isSafe) => TerminalFeatures.OfEnvironment(
        Environment.GetEnvironmentVariable,
        isSafe || Console.IsOutputRedirected || Console.IsInputRedirected,
        Path.DirectorySeparatorChar == '\\') ?? Answer.Value;

    private static TerminalFeatures Ask()
    {
        try
        {
            // What was typed ahead belongs to the prompt.
            if (Console.KeyAvailable) return new TerminalFeatures();
            Console.Write(TerminalFeatures.Question);
            return TerminalFeatures.OfAnswer(Read());
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            return new TerminalFeatures();
        }
    }

    private static string Read()
    {
        var answer = new StringBuilder();
        var time = Stopwatch.StartNew();
        while (time.ElapsedMilliseconds < MaxMilliseconds && answer.Length < MaxAnswer)
        {
            if (!Console.KeyAvailable)
            {
                Thread.Sleep(1);
                continue;
            }

            char key = Console.ReadKey(intercept: true).KeyChar;
            if (key != '\0') answer.Append(key);
            if (key == TerminalFeatures.EndOfAnswer) break;
        }

        return answer.ToString();
    }
}
