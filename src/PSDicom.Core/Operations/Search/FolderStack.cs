using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace PSDicom.Operations.Search;

/// <summary>
/// The folders that are still to be searched, the next one on top. Where listing is slow, as on a share, the next folders are listed ahead:
/// otherwise the files of small folders would be found more slowly than they are read.
/// </summary>
/// <param name="cancellation">Ends the search.</param>
/// <param name="longListing">The duration of a slow listing; null for a millisecond, which a listing from memory hardly takes.</param>
internal sealed class FolderStack(CancellationToken cancellation, TimeSpan? longListing = null)
{
    /// <summary>
    /// The number of folders to list ahead. Listing takes about four calls to a share, reading a file three: with eight, folders of ten files keep
    /// 64 threads busy.
    /// </summary>
    private const int MaxAhead = 8;

    private readonly TimeSpan _longListing = longListing ?? TimeSpan.FromMilliseconds(1);
    private readonly List<Entry> _entries = [];
    private bool _listsAhead;

    /// <summary>Puts a folder on top.</summary>
    public void Push(string path, int depth) => _entries.Add(new Entry(path, depth));

    /// <summary>Takes the folder on top, listed; null if there is none.</summary>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public ListedFolder? Pop()
    {
        if (_entries.Count == 0) return null;
        Entry top = _entries[_entries.Count - 1];
        _entries.RemoveAt(_entries.Count - 1);
        if (top.Listing is { } listing)
        {
            Task.WaitAny([listing], cancellation);
            return listing.GetAwaiter().GetResult();
        }

        var watch = Stopwatch.StartNew();
        ListedFolder folder = ListedFolder.Read(top.Path, top.Depth, cancellation);
        _listsAhead |= watch.Elapsed >= _longListing;
        return folder;
    }

    /// <summary>Starts to list the next folders, if listing is slow.</summary>
    public void ListAhead()
    {
        if (!_listsAhead) return;
        int last = Math.Max(0, _entries.Count - MaxAhead);
        for (int i = _entries.Count - 1; i >= last; i--)
        {
            Entry entry = _entries[i];

            // Not on the thread pool: a listing that waits for a share would block it.
            entry.Listing ??= Task.Factory.StartNew(
                () => ListedFolder.Read(entry.Path, entry.Depth, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private sealed class Entry(string path, int depth)
    {
        public string Path { get; } = path;

        public int Depth { get; } = depth;

        public Task<ListedFolder>? Listing { get; set; }
    }
}
