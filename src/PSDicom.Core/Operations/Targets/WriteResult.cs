using System;

namespace PSDicom.Operations.Targets;

/// <summary>
/// One result of an <see cref="OrderedWriter{TSource, TTarget, TResult}"/>: a file, written or not, an error, a warning, or the end of a
/// source.
/// </summary>
/// <typeparam name="TSource">The caller's name of a source.</typeparam>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
public readonly struct WriteResult<TSource, TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    internal WriteResult(TSource source) => Source = source;

    /// <summary>The source, as it was added.</summary>
    public TSource Source { get; }

    /// <summary>The file that the result is about; null if it is about the source as a whole.</summary>
    public TTarget? Target { get; init; }

    /// <summary>The number of files of the source; 0 if unknown because of an error.</summary>
    public int TargetCount { get; init; }

    /// <summary>The written file; null if it was not approved, was skipped or failed.</summary>
    public TResult? Written { get; init; }

    /// <summary>The file that was skipped because it exists; null otherwise.</summary>
    public SkippedFile? Skipped { get; init; }

    /// <summary>Why the file, or all files of the source, could not be written; null otherwise.</summary>
    public Exception? Error { get; init; }

    /// <summary>The warning about the source as a whole; null otherwise.</summary>
    public DicomWarning? Warning { get; init; }

    /// <summary>Whether this is the last result of its source: an error of the source as a whole, or the end alone.</summary>
    public bool IsLast { get; init; }
}
