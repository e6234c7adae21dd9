namespace PSDicom.Threading;

/// <summary>What every read-ahead has in common.</summary>
public static class OrderedReadAhead
{
    /// <summary>
    /// How many inputs to have under way for each thread where results are small, such as a few elements of a file: so many that what is
    /// soon done can be handed over in batches, and threads are seldom woken.
    /// </summary>
    public const int SmallResultsPerThread = 16;

    /// <summary>How many inputs to have under way for each thread where results may be large, such as whole headers: so that no thread waits.</summary>
    public const int LargeResultsPerThread = 2;

    /// <summary>
    /// How many threads to read on if the user does not say: as many as a share far away is worth. There each call waits for the wire, so that
    /// files a second grow with the threads: with 5 ms a call, 64 of them come to nine tenths of what they could if they only waited. Where
    /// files are at hand it costs little, as <see cref="OrderedReadAhead{TInput, TResult}"/> then uses no more threads than there are processors.
    /// </summary>
    public const int DefaultThrottleLimit = 64;
}
