namespace PSDicom.Threading;

/// <summary>Constants for read-ahead.</summary>
public static class OrderedReadAhead
{
    /// <summary>
    /// Inputs in progress for each thread where results are small, such as a few elements of a file: enough to hand over fast inputs in
    /// batches, so that threads are seldom woken.
    /// </summary>
    public const int SmallResultsPerThread = 16;

    /// <summary>Inputs in progress for each thread where results may be large, such as whole headers: enough that no thread waits.</summary>
    public const int LargeResultsPerThread = 2;

    /// <summary>
    /// Threads to read on by default: a number that suits a distant share. There each call waits for the network, so that throughput grows with
    /// the threads: at 5 ms a call, 64 threads reach nine tenths of the possible rate. For local files the number costs little, because
    /// <see cref="OrderedReadAhead{TInput, TResult}"/> then uses no more threads than there are processors.
    /// </summary>
    public const int DefaultThrottleLimit = 64;
}
