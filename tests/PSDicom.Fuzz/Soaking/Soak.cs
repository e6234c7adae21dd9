using System.Diagnostics;
using PSDicom.Frames;
using PSDicom.Operations.Tags;
using PSDicom.Query;
using PSDicom.Threading;

namespace PSDicom.Fuzz;

/// <summary>
/// Reads the same files again and again in one process, as somebody does who leaves it running over an archive: headers, tags, all values,
/// numbers of frames, small frames. What it holds of memory and handles must not grow.
/// </summary>
internal static class Soak
{
    /// <summary>Reads by one set of threads, which then end as those of a cmdlet do.</summary>
    private const int ReadsOfRun = 2000;

    private const int Samples = 10;

    /// <summary>Larger files would make it a test of the decoders.</summary>
    private const int MaxFrameFile = 64 * 1024;

    private static readonly TagQuery Tags = TagQuery.Parse(["PatientID", "Modality", "SOPInstanceUID", "InstanceNumber"]);

    private static readonly Func<string, CancellationToken, object?>[] Operations =
    [
        (path, stop) => HeaderReader.Read(path, null, null, stop).Dataset.Elements.Count,
        (path, stop) => TagReader.Read(path, new TagReadOptions { Tags = Tags }, stop, out _).Count,
        (path, stop) => FrameCounter.Count(path, null, stop).FrameCount,
        (path, stop) => TagReader.Read(path, new TagReadOptions { Tags = Tags }, stop, out _).Count,
        (path, stop) => DicomFile.Open(path, null, stop).Dataset.Elements.Sum(element => element.Value is null ? 0 : 1),
        FirstMean,
    ];

    /// <summary>Reads so many times, and says after each tenth what the process holds.</summary>
    /// <returns>Whether nothing escaped, and what is held in the end is not more than after two tenths, when all has been used once.</returns>
    public static bool Run(FuzzOptions options, long reads, TextWriter output)
    {
        using var files = new SoakFiles(SeedSet.Of(options.SeedFolders), options.Seed);
        output.WriteLine($"{reads} reads of {files.Paths.Count} files on {options.Workers} threads");
        output.WriteLine(SoakSample.Header);
        var samples = new List<SoakSample>();
        long done = 0, refused = 0;
        for (int tenth = 1; tenth <= Samples; tenth++)
        {
            long end = reads * tenth / Samples, start = done;
            var time = Stopwatch.StartNew();
            while (done < end)
            {
                long next = Math.Min(end, done + ReadsOfRun);
                refused += ReadAll(files.Paths, done, next, options.Workers);
                done = next;
            }

            samples.Add(SoakSample.Take(done, (end - start) / time.Elapsed.TotalSeconds, refused));
            output.WriteLine(samples[^1]);
        }

        string[] growth = [.. samples[^1].GrowthSince(samples[1])];
        output.WriteLine(growth.Length == 0 ? "Nothing has grown." : $"What has grown: {string.Join(", ", growth)}.");
        return growth.Length == 0;
    }

    /// <summary>Reads by read-ahead, as the cmdlets do.</summary>
    /// <returns>How many reads were refused.</returns>
    private static long ReadAll(List<string> paths, long start, long end, int threads)
    {
        long refused = 0;
        using var ahead = new OrderedReadAhead<long, object?>((number, stop) => Read(paths, number, stop), threads);
        for (long number = start; number < end; number++)
        {
            if (ahead.IsFull) Take();
            ahead.Add(number);
        }

        while (ahead.Count > 0) Take();
        return refused;

        void Take()
        {
            ReadAheadResult<long, object?> result = ahead.Take();
            if (result.Error is null) return;
            if (result.Error is not DicomException)
                throw new InvariantException($"Read {result.Input} of '{paths[(int)(result.Input % paths.Count)]}': {result.Error}");
            refused++;
        }
    }

    /// <summary>All files by one operation, then all by the next.</summary>
    private static object? Read(List<string> paths, long number, CancellationToken stop) =>
        Operations[number / paths.Count % Operations.Length](paths[(int)(number % paths.Count)], stop);

    private static object? FirstMean(string path, CancellationToken stop) => new FileInfo(path).Length > MaxFrameFile
        ? FrameCounter.Count(path, null, stop).FrameCount
        : FrameReader.Read(path, [1], null, stop).Single().Mean;
}
