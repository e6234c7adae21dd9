using System;

namespace PSDicom.Operations;

/// <summary>What every read-ahead has in common.</summary>
public static class OrderedReadAhead
{
    /// <summary>
    /// How many threads to read on if the user does not say: more than there are processors, as they mostly wait for the disk or
    /// the share.
    /// </summary>
    public static int DefaultThrottleLimit { get; } = Math.Min(64, Math.Max(8, 2 * Environment.ProcessorCount));
}
