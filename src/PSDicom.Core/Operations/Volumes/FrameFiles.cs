using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Threading;

namespace PSDicom.Operations.Volumes;

/// <summary>
/// Files that are open for their frames: each once from its first to its last frame, unless so many are open that one that is not in use has to
/// be closed meanwhile. Any number of threads may use it at once.
/// </summary>
/// <param name="uses">How many times each path will be used.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class FrameFiles(Dictionary<string, int> uses, CancellationToken cancellation) : IDisposable
{
    /// <summary>Files that are open and not in use, at most: systems allow a process a thousand, and headers of enhanced images may be large.</summary>
    private const int MaxIdle = 32;

    /// <summary>Files that are in memory whole, so that each is read by one call.</summary>
    private const long MaxLoaded = 64 << 20;

    private readonly Dictionary<string, Entry> _open = new(StringComparer.Ordinal);
    private readonly MemoryBudget _budget = new(MaxLoaded);
    private long _clock;
    private bool _isDisposed;

    /// <summary>Does something with a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="use">What is done, on the thread that calls.</param>
    /// <inheritdoc cref="FrameFile.Open(string, CancellationToken)" path="/exception"/>
    public T Use<T>(string path, Func<FrameFile, T> use)
    {
        Entry entry = Take(path);
        try
        {
            return use(entry.File);
        }
        finally
        {
            Return(path, entry);
        }
    }

    public void Dispose()
    {
        lock (_open)
        {
            foreach (Entry entry in _open.Values) entry.Dispose();
            _open.Clear();
            _isDisposed = true;
        }
    }

    private Entry Take(string path)
    {
        lock (_open)
        {
            // Threads that are still at work when nobody wants more.
            if (_isDisposed) throw new OperationCanceledException();
            if (!_open.TryGetValue(path, out Entry? entry)) _open.Add(path, entry = new Entry(() => FrameFile.Open(new OpenFile(path), [], null, cancellation, _budget)));
            entry.Users++;
            return entry;
        }
    }

    private void Return(string path, Entry entry)
    {
        lock (_open)
        {
            entry.Users--;
            entry.LastUse = ++_clock;
            if (--uses[path] <= 0) Close(path, entry);
            else if (_open.Count > MaxIdle) CloseOldest();
        }
    }

    private void CloseOldest()
    {
        KeyValuePair<string, Entry> oldest = default;
        foreach (KeyValuePair<string, Entry> candidate in _open.Where(candidate => candidate.Value.Users == 0))
        {
            if (oldest.Value is null || candidate.Value.LastUse < oldest.Value.LastUse) oldest = candidate;
        }

        if (oldest.Value is not null) Close(oldest.Key, oldest.Value);
    }

    private void Close(string path, Entry entry)
    {
        if (entry.Users > 0) return;
        entry.Dispose();
        _open.Remove(path);
    }

    /// <summary>A file, which the first that uses it opens while others wait.</summary>
    private sealed class Entry(Func<FrameFile> open) : IDisposable
    {
        private readonly Lazy<FrameFile> _file = new(open);

        public FrameFile File => _file.Value;

        public int Users { get; set; }

        public long LastUse { get; set; }

        public void Dispose()
        {
            if (_file.IsValueCreated) _file.Value.Dispose();
        }
    }
}
