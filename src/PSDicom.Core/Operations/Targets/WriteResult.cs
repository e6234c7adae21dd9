using System;

namespace PSDicom.Operations.Targets;

/// <summary>
/// One result of an <see cref="OrderedWriter{TSource, TTarget, TResult}"/>: a file that was written or was not, an error, a warning, or the end of
/// a source.
/// </summary>
/// <typeparam name="TSource">The caller's name of a source.</typeparam>
/// <typeparam name="TTarget">A file that is to be written.</typeparam>
/// <typeparam name="TResult">A file that was written.</typeparam>
public readonly struct WriteResult<TSource, TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    internal WriteResult(TSource source) => Source = source;

    /// <summary>The source, as it was added.</summary>
    public TSource Source { get; }

    /// <summary>The file that the result is about; null if it is about the source as a whole.</summary>
    public TTarget? Target { get; init; }

    /// <summary>The number of files of the source; 0 if an error leaves it open.</summary>
    public int TargetCount { get; init; }

    /// <summary>The file that was written; null if none was, because it was not approved, was passed over or failed.</summary>
    public TResult? Written { get; init; }

    /// <summary>The file that was passed over because it exists; null otherwise.</summary>
    public SkippedFile? Skipped { get; init; }

    /// <summary>Why the file, or all files of the source, could not be written; null otherwise.</summary>
    public Exception? Error { get; init; }

    /// <summary>What is wrong with the source as a whole; null otherwise.</summary>
    public DicomWarning? Warning { get; init; }

    /// <summary>Whether this is the last result of its source: an error of the source as a whole, or the end alone.</summary>
    public bool IsLast { get; init; }
}
