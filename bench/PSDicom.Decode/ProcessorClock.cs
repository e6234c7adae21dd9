using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PSDicom.Bench;

/// <summary>
/// The processor time of this process, in nanoseconds: System.Diagnostics has a resolution of 10 ms, in which several frames are decoded.
/// </summary>
internal static class ProcessorClock
{
    private const int ProcessClock = 2;

    /// <summary>Seconds of all threads, in user and kernel mode.</summary>
    public static double Seconds => GetTime(ProcessClock, out Time time) == 0
        ? time.Seconds + (time.Nanoseconds / 1e9)
        : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
