using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using PSDicom.Pictures.Terminal;

namespace PSDicom.Terminal;

/// <summary>
/// Queries the features of the terminal of this process. Only this class writes to the console: the terminal answers as typed input, so input and
/// output must be the same terminal.
/// </summary>
internal static class TerminalQuestion
{
    /// <summary>The time limit of an answer. It is spent at most once in a process.</summary>
    private const int MaxMilliseconds = 200;

    private const int MaxAnswer = 256;

    private static readonly Lazy<TerminalFeatures> Answer = new(Ask);

    /// <summary>
    /// The features of the terminal, from the environment or its answer. If output or input is redirected, the features of every terminal.
    /// </summary>
    /// <param name="isSafe">Whether to use only features of every terminal, because output does not go to the terminal of this process.</param>
    /// <exception cref="ArgumentException">The environment variable is not the name of a drawing method.</exception>
    public static TerminalFeatures Features(bool isSafe) => TerminalFeatures.OfEnvironment(
        Environment.GetEnvironmentVariable,
        isSafe || Console.IsOutputRedirected || Console.IsInputRedirected,
        Path.DirectorySeparatorChar == '\\') ?? Answer.Value;

    private static TerminalFeatures Ask()
    {
        try
        {
            // Input typed ahead belongs to the prompt.
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
