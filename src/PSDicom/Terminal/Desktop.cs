using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PSDicom.Terminal;

/// <summary>The desktop of the user, if this process has one.</summary>
internal static class Desktop
{
    private static bool Exists => Environment.UserInteractive && IsEmpty("SSH_CONNECTION")
        && (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || !IsEmpty("DISPLAY") || !IsEmpty("WAYLAND_DISPLAY"));

    /// <summary>Opens a file with its program, if there is a desktop and such a program.</summary>
    public static void TryOpen(string path)
    {
        if (!Exists) return;
        try
        {
            Process.Start(new ProcessStartInfo(path) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException)
        {
            // No program for such files: the caller has the path.
        }
    }

    private static bool IsEmpty(string variable) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
