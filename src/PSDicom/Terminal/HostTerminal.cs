using System;
using System.Management.Automation.Host;
using PSDicom.Pictures.Terminal;

namespace PSDicom.Terminal;

/// <summary>What the host of PowerShell can draw, and how large its window is.</summary>
internal static class HostTerminal
{
    private const string ConsoleHost = "ConsoleHost";
    private const int StandardColumns = 80;

    /// <summary>What can be drawn: of a host that is not the console, such as that of a remote session or a job, what every terminal shows.</summary>
    /// <exception cref="ArgumentException">The environment names no way of drawing.</exception>
    public static TerminalFeatures Features(PSHost host) => TerminalQuestion.Features(isSafe: host.Name != ConsoleHost);

    /// <summary>Columns and rows of the window; 80 columns and any number of rows where there is none.</summary>
    public static (int Columns, int? Rows) SizeOf(PSHost host)
    {
        try
        {
            Size size = host.UI.RawUI.WindowSize;
            return size is { Width: > 1, Height: > 1 } ? (size.Width, size.Height) : (StandardColumns, null);
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or System.IO.IOException or NullReferenceException)
        {
            return (StandardColumns, null);
        }
    }
}
