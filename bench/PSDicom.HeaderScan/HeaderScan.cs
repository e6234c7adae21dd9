using System.Diagnostics;
using System.Globalization;
using PSDicom.Operations.Search;
using PSDicom.Threading;

namespace PSDicom.Bench;

/// <summary>Reads all files of a folder: one after the other, or ahead on several threads.</summary>
internal sealed class HeaderScan(Func<string, int> read, string folder, int threads, int repeats)
{
    private long _files;
    private long _values;

    /// <summary>Reads all files once.</summary>
    /// <returns>Files, values, seconds, bytes allocated per file.</returns>
    public string Run()
    {
        (_files, _values) = (0, 0);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        if (threads == 1) RunOnOneThread();
        else RunAhead();
        double seconds = watch.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return string.Create(CultureInfo.InvariantCulture, $"{_files} {_values} {seconds:F6} {allocated / Math.Max(1, _files)}");
    }

    private IEnumerable<string> Paths() =>
        from repeat in Enumerable.Range(0, repeats)
        from found in FileFinder.Find(folder, new FileSearchOptions { Recurse = true })
        select found.Path;

    private void RunOnOneThread()
    {
        foreach (string path in Paths()) Count(read(path));
    }

    private void RunAhead()
    {
        using var ahead = new OrderedReadAhead<string, int>(
            (path, _) => read(path), threads, OrderedReadAhead.SmallResultsPerThread, CancellationToken.None);
        foreach (string path in Paths())
        {
            if (ahead.IsFull) Count(ahead.Take().Result);
            ahead.Add(path);
        }

        while (ahead.Count > 0) Count(ahead.Take().Result);
    }

    private void Count(int values)
    {
        _files++;
        _values += values;
    }
}
