using PSDicom.Threading;

namespace PSDicom.Core.Tests.Threading;

public class FrameThreadsTests
{
    /// <summary>Long enough for any machine; it is only reached if something hangs.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly Processors _processors = new(4);
    private int _atOnce, _mostAtOnce;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void Each_part_is_done_once_on_no_more_threads_than_allowed(int most)
    {
        int[] done = new int[500];
        var owns = new List<Own>();
        using (FrameThreads threads = Frame(most))
        {
            threads.ForEach(done.Length, () => Own.Create(owns), (i, own) =>
            {
                Assert.False(own.IsDisposed);
                using (CountAtOnce()) Interlocked.Increment(ref done[i]);
            });
        }

        Assert.All(done, times => Assert.Equal(1, times));
        Assert.InRange(_mostAtOnce, 1, Math.Min(most, 4));
        Assert.True(SpinWait.SpinUntil(() => _processors.AtWork == 0, Long), "Somebody still counts.");
        lock (owns) Assert.All(owns, own => Assert.True(own.IsDisposed));
    }

    [Fact]
    public void Idle_processors_help()
    {
        using FrameThreads threads = Frame(2);
        using var second = new ManualResetEventSlim();
        threads.ForEach(2, i =>
        {
            if (i == 1) second.Set();
            else Assert.True(second.Wait(Long), "Nobody helps.");
        });
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    [InlineData(4, 7)]
    public void No_helper_comes_if_the_maximum_is_at_work(int most, int others)
    {
        FrameThreads[] frames = [.. Enumerable.Range(0, others).Select(_ => Frame(most))];
        using FrameThreads threads = Frame(most);
        int own = Environment.CurrentManagedThreadId;
        threads.ForEach(50, _ => Assert.Equal(own, Environment.CurrentManagedThreadId));
        foreach (FrameThreads frame in frames) frame.Dispose();
    }

    [Fact]
    public void Helpers_leave_when_another_frame_begins()
    {
        using FrameThreads threads = Frame(2);
        using ManualResetEventSlim isHelped = new(), hasBegun = new();
        FrameThreads? other = null;
        int own = Environment.CurrentManagedThreadId, byHelper = 0;
        threads.ForEach(50, i =>
        {
            if (Environment.CurrentManagedThreadId != own)
            {
                Interlocked.Increment(ref byHelper);
                isHelped.Set();
                Assert.True(hasBegun.Wait(Long));
            }
            else if (other is null)
            {
                Assert.True(isHelped.Wait(Long), "Nobody helps.");
                other = Frame(2);
                hasBegun.Set();
            }
        });
        Assert.Equal(1, byHelper);
        other!.Dispose();
    }

    [Fact]
    public void Parts_may_have_parts()
    {
        using FrameThreads threads = Frame(3);
        int[] done = new int[40];
        threads.ForEach(4, i => threads.ForEach(10, j =>
        {
            using (CountAtOnce()) Interlocked.Increment(ref done[(10 * i) + j]);
        }));
        Assert.All(done, times => Assert.Equal(1, times));
        Assert.InRange(_mostAtOnce, 1, 3);
    }

    [Fact]
    public void The_first_failure_is_thrown_and_no_part_begins_after_it()
    {
        using FrameThreads threads = Frame(2);
        using var hasFailed = new ManualResetEventSlim();
        int begun = 0;
        DicomException failure = Assert.Throws<DicomException>(() => threads.ForEach(1000, i =>
        {
            Interlocked.Increment(ref begun);
            if (i == 4)
            {
                hasFailed.Set();
                throw new DicomException(DicomErrorReason.InvalidCodestream, "the fourth");
            }

            if (i != 3) return;
            Assert.True(hasFailed.Wait(Long));
            throw new DicomException(DicomErrorReason.InvalidCodestream, "the third");
        }));
        Assert.Contains("third", failure.Message);
        Assert.InRange(begun, 5, 999);
    }

    [Fact]
    public void An_exception_of_a_thread_s_state_is_thrown()
    {
        using FrameThreads threads = Frame(2);
        Assert.Throws<InvalidOperationException>(() => threads.ForEach<Own>(2, () => throw new InvalidOperationException(), (_, _) => { }));
    }

    [Theory]
    [InlineData(1, 10, 1, 10)]
    [InlineData(2, 10, 4, 3)]
    [InlineData(2, 7, 100, 1)]
    [InlineData(2, 0, 4, 0)]
    public void Bands_have_so_many_samples_and_cover_all_rows(int most, int rows, int width, int rowsOfBand)
    {
        using var threads = new FrameThreads(most, _processors, samplesOfBand: 12);
        int[] done = new int[rows];
        threads.ForEachBand(rows, width, (first, end) =>
        {
            Assert.Equal(Math.Min(rows, first + rowsOfBand), end);
            for (int y = first; y < end; y++) Interlocked.Increment(ref done[y]);
        });
        Assert.All(done, times => Assert.Equal(1, times));
    }

    private FrameThreads Frame(int most) => new(most, _processors, samplesOfBand: 1);

    private Leaving CountAtOnce()
    {
        int atOnce = Interlocked.Increment(ref _atOnce);
        for (int most = _mostAtOnce; atOnce > most; most = _mostAtOnce) Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most);
        Thread.Yield();
        return new Leaving(this);
    }

    private sealed class Leaving(FrameThreadsTests tests) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref tests._atOnce);
    }

    private sealed class Own : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public static Own Create(List<Own> owns)
        {
            var own = new Own();
            lock (owns) owns.Add(own);
            return own;
        }

        public void Dispose() => IsDisposed = true;
    }
}
