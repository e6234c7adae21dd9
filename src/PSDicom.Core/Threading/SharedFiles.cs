using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Threading;

/// <summary>
/// Open files that several threads use: each is opened at its first use and closed after its last. If too many are open, an idle one is closed
/// and opened again later.
/// </summary>
/// <typeparam name="TFile">An open file, which any number of threads may use at once.</typeparam>
/// <param name="open">Opens a file by its path.</param>
/// <param name="uses">The number of uses of each path.</param>
internal sealed class SharedFiles<TFile>(Func<string, TFile> open, Dictionary<string, int> uses) : IDisposable
    where TFile : class, IDisposable
{
    /// <summary>Open files that are not in use, at most: systems allow a process a thousand, and headers of enhanced images may be large.</summary>
    private const int MaxIdle = 32;

    private readonly Dictionary<string, Entry> _open = new(StringComparer.Ordinal);
    private long _clock;
    private bool _isDisposed;

    /// <summary>Runs an action with a file, on the calling thread. Exceptions of opening and of the action pass through.</summary>
    public T Use<T>(string path, Func<TFile, T> action)
    {
        Entry entry = Take(path);
        try
        {
            return action(entry.File);
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
            // A thread may still be at work after the end.
            if (_isDisposed) throw new OperationCanceledException();
            if (!_open.TryGetValue(path, out Entry? entry)) _open.Add(path, entry = new Entry(() => open(path)));
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

    /// <summary>A file. Its first user opens it while others wait.</summary>
    private sealed class Entry(Func<TFile> openFile) : IDisposable
    {
        private readonly Lazy<TFile> _file = new(openFile);

        public TFile File => _file.Value;

        public int Users { get; set; }

        public long LastUse { get; set; }

        public void Dispose()
        {
            if (_file.IsValueCreated) _file.Value.Dispose();
        }
    }
}
