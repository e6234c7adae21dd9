using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// The threads on which one frame is worked on: the one that asks for it and, as long as processors are idle, others that help with its
/// parts. Until it is disposed, the frame counts as work for a processor, so that helpers come to a frame that is alone, and leave it
/// when others begin: decoding many frames at once never takes more threads than were allowed.
/// </summary>
internal sealed class FrameThreads : IDisposable
{
    /// <summary>Samples that are worth a thread where each takes a nanosecond or two: a hundred times what it takes to wake one.</summary>
    private const int SamplesOfBand = 1 << 18;

    private readonly Processors _processors;
    private readonly int _most;
    private readonly int _samplesOfBand;

    /// <param name="most">How many threads may be at work, on this frame and on all others; more than there are processors never are.</param>
    /// <param name="cancellation">Ends the work.</param>
    public FrameThreads(int most, CancellationToken cancellation = default)
        : this(most, Processors.Shared, SamplesOfBand, cancellation)
    {
    }

    /// <param name="most">How many threads may be at work.</param>
    /// <param name="processors">Where they are counted.</param>
    /// <param name="samplesOfBand">How many samples the rows of a band have at least.</param>
    /// <param name="cancellation">Ends the work.</param>
    public FrameThreads(int most, Processors processors, int samplesOfBand, CancellationToken cancellation = default)
    {
        Cancellation = cancellation;
        _processors = processors;
        _samplesOfBand = samplesOfBand;
        _most = Math.Min(most, processors.Count);
        processors.Begin();
    }

    /// <summary>No helpers.</summary>
    public static FrameThreads One { get; } = new(1, new Processors(1), SamplesOfBand);

    /// <summary>Ends the work; to be asked by each loop that may be long.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether helpers may come.</summary>
    public bool CanParallelize => _most > 1;

    public void Dispose() => _processors.End();

    /// <summary>
    /// Works on parts that do not depend on each other, and begins them in their order. When it returns all are done; when it throws,
    /// it is what the first part threw that failed, as if one had been done after the other.
    /// </summary>
    /// <typeparam name="T">What a thread needs of its own.</typeparam>
    /// <param name="count">How many parts there are.</param>
    /// <param name="create">Makes what a thread needs.</param>
    /// <param name="work">Does a part. It may ask for help with parts of its own.</param>
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

    /// <summary>The one thread that asks, for a frame that is too small for more.</summary>
    public FrameThreads Alone() => new(1, new Processors(1), _samplesOfBand, Cancellation);

    /// <inheritdoc cref="ForEach{T}"/>
    public void ForEach(int count, Action<int> work) => ForEach(count, () => Nothing.Needed, (i, _) => work(i));

    /// <summary>Works on bands of rows, or of whatever follows each other and is small; on one thread, on all as one band.</summary>
    /// <typeparam name="T">What a thread needs of its own.</typeparam>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="width">Samples of a row.</param>
    /// <param name="least">Rows that a band has at least, but for the last.</param>
    /// <param name="create">Makes what a thread needs.</param>
    /// <param name="work">Works on the rows from the first to the one before the second.</param>
    public void ForEachBand<T>(int rows, long width, int least, Func<T> create, Action<int, int, T> work)
        where T : class, IDisposable
    {
        if (rows <= 0) return;
        int height = CanParallelize ? (int)Math.Min(rows, Math.Max(least, _samplesOfBand / Math.Max(1, width))) : rows;
        ForEach((int)(((long)rows + height - 1) / height), create, (i, own) => work(i * height, (int)Math.Min(rows, (i + 1L) * height), own));
    }

    /// <inheritdoc cref="ForEachBand{T}"/>
    public void ForEachBand(int rows, long width, Action<int, int> work) =>
        ForEachBand(rows, width, 1, () => Nothing.Needed, (first, end, _) => work(first, end));

    /// <summary>Whether a helper may begin; it then counts as at work.</summary>
    internal bool TryReserveWorker() => _processors.TryBegin(_most);

    /// <summary>Whether a helper is to leave, as other frames began meanwhile; it then no longer counts.</summary>
    internal bool TryLeave() => _processors.TryEnd(_most);

    internal void EndHelp() => _processors.End();

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Needed = new();

        public void Dispose()
        {
        }
    }
}
