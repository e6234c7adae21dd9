using System;
using System.Linq;
using System.Management.Automation.Host;

namespace PSDicom.Pipeline;

/// <summary>Detects whether a cmdlet runs in a remote session, whose output goes to another computer.</summary>
internal static class RemoteSession
{
    // The host of sessions started by another process, including jobs, which are started with -s.
    private const string HostName = "ServerRemoteHost";
    private const string JobArgument = "-s";

    private static readonly bool IsJob = Environment.GetCommandLineArgs().Contains(JobArgument, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the host is that of a remote session.</summary>
    public static bool IsOf(PSHost host) => host.Name == HostName && !IsJob;
}
