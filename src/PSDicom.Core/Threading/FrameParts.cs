using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Parts of a frame that several threads work on, each taking one part after another. Only threads that have taken a part are waited for, so
/// that a thread pool without a free thread costs nothing but the help.
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
        if (!WorkOnParts(isHelper: true)) threads.ReleaseWorker();
    }

    /// <returns>Whether a helper left because other frames began.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Any exception is thrown again on the frame's own thread.")]
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

    /// <summary>Takes the next part, and requests helpers for those after it.</summary>
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

    /// <summary>After a failure no further part begins. All parts before the failed one have begun, so that the first failure is found.</summary>
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
