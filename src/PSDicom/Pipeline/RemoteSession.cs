using System;
using System.Linq;
using System.Management.Automation.Host;

namespace PSDicom.Pipeline;

/// <summary>Whether a cmdlet runs for another computer, where its results and what it has to say go.</summary>
internal static class RemoteSession
{
    // PowerShell's host of sessions that another process started, jobs too; these it starts with -s.
    private const string HostName = "ServerRemoteHost";
    private const string JobArgument = "-s";

    private static readonly bool IsJob = Environment.GetCommandLineArgs().Contains(JobArgument, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it does.</summary>
    public static bool IsOf(PSHost host) => host.Name == HostName && !IsJob;
}
