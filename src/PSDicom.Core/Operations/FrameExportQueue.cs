using System;
using System.Threading;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>
/// Exports the frames of many files: opens them and writes their pictures on several threads ahead of the one that takes the results,
/// which come in the order of the files and of their pictures, errors too. Memory is bounded by the number of threads, not by that of
/// files or frames. One thread adds and takes.
/// </summary>
/// <typeparam name="TSource">What the caller knows a source by.</typeparam>
/// <example>
/// <code>
/// foreach (string path in paths)
/// {
///     while (queue.IsFull) Show(queue.Take());
///     queue.Add(path, path);
///     while (queue.TryTake(out FrameExportResult&lt;string&gt; result)) Show(result);
/// }
///
/// while (queue.HasMore) Show(queue.Take());
/// </code>
/// </example>
public sealed class FrameExportQueue<TSource> : IDisposable
{
    /// <summary>Makes a queue; its threads start when there is something for them.</summary>
    /// <param name="options">Which pictures to make.</param>
    /// <param name="throttleLimit">How many files are opened at once; pictures are made on as many threads, but not more than there are processors.</param>
    /// <param name="cancellation">Ends the work and the waiting for it.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public FrameExportQueue(FrameExportOptions options, int throttleLimit, CancellationToken cancellation)
    {
        throw new NotSupportedException();
    }

    /// <summary>
    /// Asked before a picture is written, in order and on the thread that takes; null to write all. A picture that is not approved is a
    /// result without <see cref="FrameExportResult{TSource}.Picture"/>.
    /// </summary>
    public Func<TSource, PictureTarget, bool>? Approve { get; init; }

    /// <summary>
    /// Whether pictures that are not approved are checked as <see cref="FrameExport.Check(PictureTarget)"/> does, so that a rehearsal tells
    /// of errors too.
    /// </summary>
    public bool ChecksUnapproved { get; init; }

    /// <summary>Whether as much is under way as memory is meant for: a result is to be taken before the next source is added.</summary>
    public bool IsFull => throw new NotSupportedException();

    /// <summary>Whether there are results to take, now or after some waiting.</summary>
    public bool HasMore => throw new NotSupportedException();

    /// <summary>How many pictures the sources have that were opened so far.</summary>
    public long PictureCount => throw new NotSupportedException();

    /// <summary>Has the pictures of a file written.</summary>
    public void Add(TSource source, string path) => throw new NotSupportedException();

    /// <summary>Has the pictures of a file written that is already read.</summary>
    public void Add(TSource source, DicomFile file) => throw new NotSupportedException();

    /// <summary>Gives an error its place in the order of the results.</summary>
    public void Add(TSource source, Exception error) => throw new NotSupportedException();

    /// <summary>Takes the next result, if it is there already.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryTake(out FrameExportResult<TSource> result) => throw new NotSupportedException();

    /// <summary>Takes the next result, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public FrameExportResult<TSource> Take() => throw new NotSupportedException();

    /// <summary>
    /// Ends the work, and waits a moment for the pictures that are being written, so that nothing of them is left.
    /// </summary>
    public void Dispose() => throw new NotSupportedException();
}
