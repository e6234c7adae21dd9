using System;

namespace PSDicom.Operations;

/// <summary>What every read-ahead has in common.</summary>
public static class OrderedReadAhead
{
    /// <summary>
    /// How many inputs to have under way for each thread where results are small, such as the header of a file: so many that threads are
    /// seldom woken. Four tags of files in the cache, on two processors: a seventh of the switches between threads that it takes with two
    /// inputs for each of 2 threads, a third for each of 8.
    /// </summary>
    public const int SmallResultsPerThread = 16;

    /// <summary>
    /// How many threads to read on if the user does not say: more than there are processors, as they mostly wait for the disk or
    /// the share.
    /// </summary>
    public static int DefaultThrottleLimit { get; } = Math.Min(64, Math.Max(8, 2 * Environment.ProcessorCount));
}
