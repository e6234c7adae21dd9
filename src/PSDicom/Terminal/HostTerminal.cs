using System;
using System.Management.Automation.Host;
using PSDicom.Pictures.Terminal;

namespace PSDicom.Terminal;

/// <summary>The features of the PowerShell host, and the size of its window.</summary>
internal static class HostTerminal
{
    private const string ConsoleHost = "ConsoleHost";
    private const int StandardColumns = 80;

    /// <summary>The features; for a host that is not the console, such as that of a remote session or a job, those of every terminal.</summary>
    /// <exception cref="ArgumentException">The override in the environment is not a drawing.</exception>
    public static TerminalFeatures Features(PSHost host) => TerminalQuestion.Features(isSafe: host.Name != ConsoleHost);

    /// <summary>Columns and rows of the window; without a window, 80 columns and no limit of rows.</summary>
    public static (int Columns, int? Rows) SizeOf(PSHost host)
    {
        try
        {
            Size? size = host.UI?.RawUI?.WindowSize;
            return size is { Width: > 1, Height: > 1 } ? (size.Value.Width, size.Value.Height) : (StandardColumns, null);
        }
        // Hosts without a window throw these; PSHostRawUserInterface says that they may.
        catch (Exception exception) when (exception is HostException or NotImplementedException or System.IO.IOException)
        {
            return (StandardColumns, null);
        }
    }
}
