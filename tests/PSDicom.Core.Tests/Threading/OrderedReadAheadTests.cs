using System.Collections.Concurrent;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Threading;

public class OrderedReadAheadTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    [Fact]
    public void Results_come_in_the_order_of_the_inputs_however_long_each_takes()
    {
        var random = new Random(1);
        int[] delays = Enumerable.Range(0, 200).Select(_ => random.Next(4)).ToArray();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                Thread.Sleep(delays[input]);
                return input * 10;
            },
            8);

        var results = new List<int>();
        for (int i = 0; i < delays.Length; i++)
        {
            if (ahead.IsFull) results.Add(ahead.Take().Result);
            ahead.Add(i);
            while (ahead.TryTake(out ReadAheadResult<int, int> result)) results.Add(result.Result);
        }

        while (ahead.Count > 0) results.Add(ahead.Take().Result);
        Assert.Equal(Enumerable.Range(0, delays.Length).Select(i => i * 10), results);
    }

    [Fact]
    public void A_run_takes_all_results_in_order()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input * 10, 4);
        var results = new List<int>();
        Assert.True(ahead.Run(Enumerable.Range(0, 200), result =>
        {
            results.Add(result.Result);
            return true;
        }));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * 10), results);
        Assert.Equal(0, ahead.Count);
    }

    [Fact]
    public void A_run_ends_at_a_result_that_is_refused()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 2);
        int added = 0, taken = 0;
        Assert.False(ahead.Run(Enumerable.Range(0, 1000).Select(input => added = input), result => ++taken < 3));
        Assert.Equal(3, taken);
        Assert.InRange(added, 2, 999 - 1);
    }

    [Fact]
    public void A_run_says_when_it_has_to_wait()
    {
        using var release = new ManualResetEventSlim();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                release.Wait(CancellationToken.None);
                return input;
            },
            1);
        int waits = 0;
        Assert.True(ahead.Run([1], _ => true, () =>
        {
            waits++;
            release.Set();
        }));
        Assert.Equal(1, waits);
    }

    [Fact]
    public void Works_on_as_many_threads_as_allowed_and_no_more()
    {
        using var release = new ManualResetEventSlim();
        using var working = new SemaphoreSlim(0);
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                working.Release();
                release.Wait(CancellationToken.None);
                return Environment.CurrentManagedThreadId;
            },
            3,
            2,
            () => false,
            CancellationToken.None);
        while (!ahead.IsFull) ahead.Add(0);

        for (int i = 0; i < 3; i++) Assert.True(working.Wait(LongEnough));
        Assert.False(working.Wait(20));
        release.Set();
        Assert.Equal(3, TakeAll(ahead).Select(result => result.Result).Distinct().Count());
    }

    [Fact]
    public void Fast_work_takes_no_more_threads_than_there_are_processors()
    {
        var most = new ConcurrentDictionary<bool, int>();
        int atWork = 0;
        using var ahead = new OrderedReadAhead<bool, int>(
            (isLong, _) =>
            {
                int now = Interlocked.Increment(ref atWork);
                most.AddOrUpdate(isLong, now, (_, before) => Math.Max(before, now));
                if (isLong) Thread.Sleep(5);
                return Interlocked.Decrement(ref atWork);
            },
            Environment.ProcessorCount + 4,
            16,
            () => false,
            CancellationToken.None);

        foreach (bool isLong in (bool[])[false, true])
        {
            for (int i = 0; i < 1000; i++)
            {
                if (ahead.IsFull) ahead.Take();

                // At first the speed is unknown.
                if (i == 500 && !isLong) most.Clear();
                ahead.Add(isLong);
            }

            TakeAll(ahead);
        }

        Assert.InRange(most[false], 1, Environment.ProcessorCount);
        Assert.Equal(Environment.ProcessorCount + 4, most[true]);
    }

    [Fact]
    public void Slow_work_takes_no_more_threads_than_there_are_processors_while_these_are_busy()
    {
        int most = 0, atWork = 0;
        bool isBusy = true;
        using var ahead = new OrderedReadAhead<int, int>(
            (_, _) =>
            {
                int now = Interlocked.Increment(ref atWork);
                for (int before = most; now > before; before = most) Interlocked.CompareExchange(ref most, now, before);
                Thread.Sleep(2);
                return Interlocked.Decrement(ref atWork);
            },
            Environment.ProcessorCount + 4,
            4,
            () => Volatile.Read(ref isBusy),
            CancellationToken.None);

        while (!ahead.IsFull) ahead.Add(0);
        TakeAll(ahead);
        Assert.InRange(most, 1, Environment.ProcessorCount);

        Volatile.Write(ref isBusy, false);
        for (int i = 0; i < 300; i++)
        {
            if (ahead.IsFull) ahead.Take();
            ahead.Add(0);
        }

        TakeAll(ahead);
        Assert.Equal(Environment.ProcessorCount + 4, most);
    }

    [Fact]
    public void The_thread_that_takes_does_none_of_the_work()
    {
        using var ahead = new OrderedReadAhead<int, int>((_, _) => Environment.CurrentManagedThreadId, 1);
        while (!ahead.IsFull) ahead.Add(0);
        Assert.All(TakeAll(ahead), result => Assert.NotEqual(Environment.CurrentManagedThreadId, result.Result));
    }

    [Fact]
    public void Is_full_at_a_small_multiple_of_the_threads_and_not_after_one_is_taken()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 4);
        int added = 0;
        while (!ahead.IsFull) ahead.Add(added++);
        Assert.InRange(added, 4, 16);
        Assert.Equal(added, ahead.Count);
        ahead.Take();
        Assert.False(ahead.IsFull);
        Assert.Equal(added - 1, ahead.Count);
    }

    [Fact]
    public void More_are_under_way_where_results_are_small()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 3, 5, CancellationToken.None);
        for (int i = 0; i < 14; i++) ahead.Add(i);
        Assert.False(ahead.IsFull);
        ahead.Add(14);
        Assert.True(ahead.IsFull);
        Assert.Equal(Enumerable.Range(0, 15), TakeAll(ahead).Select(result => result.Result));
    }

    [Fact]
    public async Task A_result_is_not_kept_back_for_others()
    {
        using var release = new ManualResetEventSlim();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                if (input > 0) release.Wait(CancellationToken.None);
                return input;
            },
            2,
            16,
            CancellationToken.None);
        for (int i = 0; !ahead.IsFull; i++) ahead.Add(i);
        Assert.Equal(0, (await Task.Run(ahead.Take).WaitAsync(LongEnough)).Result);
        release.Set();
        Assert.Equal(31, TakeAll(ahead).Count);
    }

    [Fact]
    public void A_few_inputs_are_worked_on_at_the_same_time_when_they_are_waited_for()
    {
        using var all = new CountdownEvent(3);
        using var ahead = new OrderedReadAhead<int, int>(
            (_, _) =>
            {
                all.Signal();
                return all.Wait(LongEnough, CancellationToken.None) ? 1 : 0;
            },
            3,
            16,
            CancellationToken.None);
        for (int i = 0; i < 3; i++) ahead.Add(i);
        Assert.All(TakeAll(ahead), result => Assert.Equal(1, result.Result));
    }

    [Fact]
    public void An_exception_is_the_result_of_its_input_and_the_others_go_on()
    {
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) => input == 1 ? throw new InvalidDataException("one") : input, 2);
        for (int i = 0; i < 3; i++) ahead.Add(i);
        List<ReadAheadResult<int, int>> results = TakeAll(ahead);

        Assert.Equal([0, 1, 2], results.Select(result => result.Input));
        Assert.Equal("one", Assert.IsType<InvalidDataException>(results[1].Error).Message);
        Assert.Null(results[0].Error);
        Assert.Equal(2, results[2].Result);
    }

    [Fact]
    public void TryTake_does_not_wait()
    {
        using var release = new ManualResetEventSlim();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                if (input == 0) release.Wait(CancellationToken.None);
                return input;
            },
            2);
        Assert.False(ahead.TryTake(out _));
        ahead.Add(0);
        ahead.Add(1);
        Assert.False(ahead.TryTake(out _));
        release.Set();
        Assert.Equal(0, ahead.Take().Result);
    }

    [Fact]
    public void One_that_adds_is_given_results_in_order_while_it_adds()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 2, OrderedReadAhead.SmallResultsPerThread, CancellationToken.None);
        var results = new List<int>();
        int added = 0;
        for (DateTime end = DateTime.UtcNow + LongEnough; results.Count < 100 && DateTime.UtcNow < end; Thread.Yield())
        {
            if (!ahead.IsFull) ahead.Add(added++);
            while (ahead.TryTakeThrottled(out ReadAheadResult<int, int> result)) results.Add(result.Result);
        }

        Assert.Equal(Enumerable.Range(0, results.Count), results);
        Assert.InRange(results.Count, 100, int.MaxValue);
    }

    [Fact]
    public void A_full_read_ahead_goes_on_where_one_is_added_for_one_taken()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 2, OrderedReadAhead.SmallResultsPerThread, CancellationToken.None);
        int added = 0;
        var results = new List<int>();
        while (results.Count < 1000)
        {
            while (!ahead.IsFull) ahead.Add(added++);
            results.Add(ahead.Take().Result);
        }

        Assert.Equal(Enumerable.Range(0, 1000), results);
    }

    [Fact]
    public void Nothing_to_take_is_a_mistake_of_the_caller()
    {
        using var ahead = new OrderedReadAhead<int, int>((input, _) => input, 1);
        Assert.Throws<InvalidOperationException>(() => ahead.Take());
    }

    [Fact]
    public async Task Cancellation_ends_the_waiting_although_the_work_goes_on()
    {
        using var release = new ManualResetEventSlim();
        using var working = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                working.Set();
                release.Wait(CancellationToken.None);
                return input;
            },
            1,
            cancellation.Token);
        ahead.Add(0);
        ahead.Add(1);
        Assert.True(working.Wait(LongEnough));
        Task waiting = Task.Run(() => Assert.Throws<OperationCanceledException>(() => ahead.Take()));
        cancellation.Cancel();
        await waiting.WaitAsync(LongEnough);
        release.Set();
    }

    [Fact]
    public void Cancellation_reaches_the_work_and_ends_all_threads()
    {
        var threads = new ConcurrentBag<Thread>();
        using var working = new SemaphoreSlim(0);
        using var cancellation = new CancellationTokenSource();
        using var ahead = new OrderedReadAhead<int, int>(
            (input, token) =>
            {
                threads.Add(Thread.CurrentThread);
                working.Release();
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
                return input;
            },
            3,
            2,
            () => false,
            cancellation.Token);
        while (!ahead.IsFull) ahead.Add(0);
        for (int i = 0; i < 3; i++) Assert.True(working.Wait(LongEnough));
        cancellation.Cancel();

        // Inputs that were not yet started are never started.
        Assert.All(threads, thread => Assert.True(thread.Join(LongEnough)));
        Assert.Equal(3, threads.Count);
    }

    [Fact]
    public void Disposal_ends_idle_and_working_threads_and_can_be_repeated()
    {
        var threads = new ConcurrentBag<Thread>();
        using var release = new ManualResetEventSlim();
        using var working = new ManualResetEventSlim();
        var ahead = new OrderedReadAhead<int, int>(
            (input, _) =>
            {
                threads.Add(Thread.CurrentThread);
                if (input < 2) return input;
                working.Set();
                release.Wait(CancellationToken.None);
                return input;
            },
            2);
        ahead.Add(0);
        ahead.Add(1);
        TakeAll(ahead);
        for (int i = 2; i < 10; i++) ahead.Add(i);
        Assert.True(working.Wait(LongEnough));

        // It returns although a thread is in the middle of its work.
        ahead.Dispose();
        ahead.Dispose();
        release.Set();
        Assert.All(threads, thread => Assert.True(thread.Join(LongEnough)));
    }

    [Fact]
    public void At_least_one_thread_is_needed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderedReadAhead<int, int>((input, _) => input, 0));

    [Fact]
    public void At_least_one_input_for_each_is_needed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderedReadAhead<int, int>((input, _) => input, 1, 0, CancellationToken.None));

    [Fact]
    public void The_default_reads_on_several_threads() => Assert.InRange(OrderedReadAhead.DefaultThrottleLimit, 8, 64);

    private static List<ReadAheadResult<T, int>> TakeAll<T>(OrderedReadAhead<T, int> ahead)
    {
        var results = new List<ReadAheadResult<T, int>>();
        while (ahead.Count > 0) results.Add(ahead.Take());
        return results;
    }

    [Fact]
    public void Results_that_are_not_taken_are_disposed_whether_finished_or_not()
    {
        using var goOn = new ManualResetEventSlim();
        using var isAtWork = new CountdownEvent(3);
        using var isDisposed = new CountdownEvent(3);
        var ahead = new OrderedReadAhead<bool, Resource>(
            (waits, _) =>
            {
                isAtWork.Signal();
                if (waits) goOn.Wait(CancellationToken.None);
                return new Resource(isDisposed);
            },
            2);
        ahead.Add(false);
        ahead.Add(false);
        ahead.Add(true);
        Resource taken = ahead.Take().Result!;

        // Inputs that were not yet started have no results to dispose.
        Assert.True(isAtWork.Wait(LongEnough));
        ahead.Dispose();
        goOn.Set();
        taken.Dispose();
        Assert.True(isDisposed.Wait(LongEnough));
    }

    private sealed class Resource(CountdownEvent isDisposed) : IDisposable
    {
        public void Dispose() => isDisposed.Signal();
    }
}
