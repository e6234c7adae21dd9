using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PSDicom.Cli.Tests;

/// <summary>SIGINT, which Ctrl-C sends.</summary>
internal static class Interrupt
{
    private const int Number = 2;

    /// <summary>
    /// A background process of a shell ignores SIGINT, and so do its child processes. Stops this process, and its future child processes,
    /// from ignoring it.
    /// </summary>
    public static void Allow()
    {
        const string Status = "/proc/self/status", Ignored = "SigIgn:";
        if (!File.Exists(Status)) return;
        string mask = File.ReadLines(Status).First(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..];
        bool isIgnored = (ulong.Parse(mask, NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) >> (Number - 1) & 1) == 1;
        if (isIgnored) SetHandler(Number, handler: 0);
    }

    public static void Send(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetHandler(int signal, nint handler);
}
