using System;
using System.Management.Automation.Host;
using PSDicom.Pictures.Terminal;

namespace PSDicom.Terminal;

/// <summary>The drawing features and the window size of the PowerShell host.</summary>
internal static class HostTerminal
{
    private const string ConsoleHost = "ConsoleHost";
    private const int StandardColumns = 80;

    /// <summary>The features of the terminal. For hosts other than the console, such as those of remote sessions and jobs, the features of every terminal.</summary>
    /// <exception cref="ArgumentException">The environment variable is not the name of a drawing method.</exception>
    public static TerminalFeatures Features(PSHost host) => TerminalQuestion.Features(isSafe: host.Name != ConsoleHost);

    /// <summary>The columns and rows of the window; without a window, 80 columns and no limit of rows.</summary>
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
