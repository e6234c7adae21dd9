using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// The threads that work on one frame: the calling thread and, while processors are idle, helpers for its parts. Until it is disposed, the
/// frame occupies a processor, so that helpers join a frame that is alone and leave it when other frames begin: decoding many frames at once
/// never uses more threads than allowed.
/// </summary>
internal sealed class FrameThreads : IDisposable
{
    /// <summary>Samples that are worth a thread, at a nanosecond or two each: a hundred times the cost of waking one.</summary>
    private const int SamplesOfBand = 1 << 18;

    private readonly Processors _processors;
    private readonly int _max;
    private readonly int _samplesOfBand;

    /// <param name="max">The most threads at work on this frame and all others; never more than there are processors.</param>
    /// <param name="cancellation">Ends the work.</param>
    public FrameThreads(int max, CancellationToken cancellation = default)
        : this(max, Processors.Shared, SamplesOfBand, cancellation)
    {
    }

    /// <param name="max">The most threads at work.</param>
    /// <param name="processors">The count of threads at work.</param>
    /// <param name="samplesOfBand">The fewest samples of a band of rows.</param>
    /// <param name="cancellation">Ends the work.</param>
    public FrameThreads(int max, Processors processors, int samplesOfBand, CancellationToken cancellation = default)
    {
        Cancellation = cancellation;
        _processors = processors;
        _samplesOfBand = samplesOfBand;
        _max = Math.Min(max, processors.Count);
        processors.Begin();
    }

    /// <summary>No helpers.</summary>
    public static FrameThreads One { get; } = new(1, new Processors(1), SamplesOfBand);

    /// <summary>Ends the work; every loop that may take long has to check it.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether helpers are allowed.</summary>
    public bool CanParallelize => _max > 1;

    public void Dispose() => _processors.End();

    /// <summary>
    /// Works on parts that do not depend on each other, and begins them in order. When it returns, all are done. When it throws, it is the
    /// exception of the first part that failed, as on a single thread.
    /// </summary>
    /// <typeparam name="T">The state of a thread.</typeparam>
    /// <param name="count">The number of parts.</param>
    /// <param name="create">Makes the state of a thread.</param>
    /// <param name="work">Does a part. It may itself call <see cref="ForEach{T}"/>.</param>
    public void ForEach<T>(int count, Func<T> create, Action<int, T> work)
        where T : class, IDisposable
    {
        if (CanParallelize && count > 1)
        {
            new FrameParts<T>(this, count, create, Work).Work();
            return;
        }

        if (count == 0) return;
        using T own = create();
        for (int i = 0; i < count; i++) Work(i, own);

        void Work(int part, T ofThread)
        {
            Cancellation.ThrowIfCancellationRequested();
            work(part, ofThread);
        }
    }

    /// <summary>The calling thread only, for a frame that is too small for more.</summary>
    public FrameThreads Alone() => new(1, new Processors(1), _samplesOfBand, Cancellation);

    /// <inheritdoc cref="ForEach{T}"/>
    public void ForEach(int count, Action<int> work) => ForEach(count, () => NoState.Instance, (i, _) => work(i));

    /// <summary>Works on bands of rows, or of other small parts in a sequence; a single thread takes all of them as one band.</summary>
    /// <typeparam name="T">The state of a thread.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="width">Samples of a row.</param>
    /// <param name="minimum">The fewest rows of a band, except the last.</param>
    /// <param name="create">Makes the state of a thread.</param>
    /// <param name="work">Works on the rows from its first argument to the one before its second.</param>
    public void ForEachBand<T>(int rows, long width, int minimum, Func<T> create, Action<int, int, T> work)
        where T : class, IDisposable
    {
        if (rows <= 0) return;
        int height = CanParallelize ? (int)Math.Min(rows, Math.Max(minimum, _samplesOfBand / Math.Max(1, width))) : rows;
        ForEach((int)(((long)rows + height - 1) / height), create, (i, own) => work(i * height, (int)Math.Min(rows, (i + 1L) * height), own));
    }

    /// <inheritdoc cref="ForEachBand{T}"/>
    public void ForEachBand(int rows, long width, Action<int, int> work) =>
        ForEachBand(rows, width, 1, () => NoState.Instance, (first, end, _) => work(first, end));

    /// <summary>Reserves a helper, which then counts as at work; false if there are enough threads.</summary>
    internal bool TryReserveWorker() => _processors.TryBegin(_max);

    /// <summary>Whether a helper has to leave because other frames have begun; it then no longer counts.</summary>
    internal bool TryLeave() => _processors.TryEnd(_max);

    internal void ReleaseWorker() => _processors.End();

    private sealed class NoState : IDisposable
    {
        public static readonly NoState Instance = new();

        public void Dispose()
        {
        }
    }
}
