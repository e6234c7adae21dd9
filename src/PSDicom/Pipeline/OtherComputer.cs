using System;
using System.IO;
using System.Linq;
using System.Net.NetworkInformation;

namespace PSDicom.Pipeline;

/// <summary>
/// Paths of files on other computers, from remoting objects: on this computer the same path is another file, or none. Such paths are marked, so that
/// every command rejects them and names the computer: PowerShell treats the text before :: as an unknown provider.
/// </summary>
internal static class OtherComputer
{
    private const string Before = "file of ";
    private const string After = ", not of this computer::";

    private static readonly Lazy<string[]> OwnNames = new(FindOwnNames);

    /// <summary>Whether a path is valid only on the other computer.</summary>
    /// <param name="computer">The computer, as PSComputerName has it; null or empty for this one.</param>
    /// <param name="path">The full path.</param>
    public static bool Has(string? computer, string path) => !string.IsNullOrEmpty(computer) && !IsThis(computer!) && !IsOfNetwork(path);

    /// <summary>The marked path of a file on another computer.</summary>
    public static string Mark(string computer, string path) => Before + computer + After + path;

    /// <summary>Whether a path is marked so.</summary>
    public static bool IsMarked(string path, out string computer, out string pathThere)
    {
        computer = pathThere = string.Empty;
        int end = path.StartsWith(Before, StringComparison.Ordinal) ? path.IndexOf(After, StringComparison.Ordinal) : -1;
        if (end < 0) return false;
        computer = path.Substring(Before.Length, end - Before.Length);
        pathThere = path.Substring(end + After.Length);
        return true;
    }

    private static bool IsThis(string computer) => OwnNames.Value.Contains(computer, StringComparer.OrdinalIgnoreCase);

    // \\server\share\... is the same file from everywhere; drives differ on each computer.
    private static bool IsOfNetwork(string path) =>
        Path.DirectorySeparatorChar == '\\'
        && path.StartsWith(@"\\", StringComparison.Ordinal)
        && path.Length > 2
        && path[2] is not ('?' or '.')
        && !IsThis(path.Substring(2).Split('\\')[0]);

    private static string[] FindOwnNames()
    {
        string[] names = ["localhost", "127.0.0.1", "::1", ".", Environment.MachineName];
        try
        {
            IPGlobalProperties own = IPGlobalProperties.GetIPGlobalProperties();
            return [.. names, own.HostName, $"{own.HostName}.{own.DomainName}"];
        }
        catch (NetworkInformationException)
        {
            return names;
        }
    }
}
