using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Parts of a frame under way. Whoever works on them takes one after another; nobody is waited for who has not taken one, so that a pool
/// without a free thread costs nothing but the help.
/// </summary>
internal sealed class FrameParts<T>(FrameThreads threads, int count, Func<T> create, Action<int, T> work)
    where T : class, IDisposable
{
    private readonly object _taking = new();
    private int _next;
    private int _underWay;
    private int _firstFailed = int.MaxValue;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Works on the parts until all are done.</summary>
    public void Work()
    {
        WorkOnParts(isHelper: false);
        lock (_taking)
        {
            while (_underWay > 0) Monitor.Wait(_taking);
        }

        _failure?.Throw();
    }

    private void Help()
    {
        if (!WorkOnParts(isHelper: true)) threads.EndHelp();
    }

    /// <returns>Whether a helper left because other frames began.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it belongs to the thread that the frame is for.")]
    private bool WorkOnParts(bool isHelper)
    {
        T? own = null;
        bool hasLeft = false;
        while (!(hasLeft = isHelper && threads.TryLeave()) && TryTake(out int part))
        {
            ExceptionDispatchInfo? failure = null;
            try
            {
                work(part, own ??= create());
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            Finish(part, failure);
        }

        own?.Dispose();
        return hasLeft;
    }

    /// <summary>Takes the next part, and calls for help with those behind it.</summary>
    private bool TryTake(out int part)
    {
        int left;
        lock (_taking)
        {
            part = _next;
            left = count - part;
            if (left == 0 || _failure is not null) return false;
            _next++;
            _underWay++;
        }

        for (; left > 1 && threads.TryReserveWorker(); left--) ThreadPool.UnsafeQueueUserWorkItem(static parts => ((FrameParts<T>)parts!).Help(), this);
        return true;
    }

    /// <summary>After a failure no part begins; all before the failed one have begun, so the first failure becomes known.</summary>
    private void Finish(int part, ExceptionDispatchInfo? failure)
    {
        lock (_taking)
        {
            if (failure is not null && part < _firstFailed)
            {
                _firstFailed = part;
                _failure = failure;
            }

            if (--_underWay == 0) Monitor.Pulse(_taking);
        }
    }
}
