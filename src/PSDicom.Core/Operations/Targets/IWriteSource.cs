using System;
using System.Threading;

namespace PSDicom.Operations.Targets;

/// <summary>An open source and the files to write from it. Thread-safe: several threads may write them at once.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
internal interface IWriteSource<TTarget, TResult> : IDisposable
{
    /// <summary>The number of files to write.</summary>
    int TargetCount { get; }

    /// <summary>The warning about the source as a whole; null if there is none.</summary>
    DicomWarning? Warning { get; }

    /// <summary>The file of an index, from 0.</summary>
    /// <exception cref="DicomException">It has no valid path.</exception>
    TTarget TargetAt(int index);

    /// <summary>Reserves the path of a file for the first file of a run that claims it.</summary>
    /// <param name="target">The file.</param>
    /// <param name="owner">The source of the file that already has the path; null for bytes in memory.</param>
    /// <returns>False if the path is taken.</returns>
    /// <exception cref="DicomException">The source lacks something that was requested.</exception>
    bool TryClaim(TTarget target, out string? owner);

    /// <summary>The error of a file whose path is taken.</summary>
    DicomException Clash(TTarget target, string? owner, CancellationToken cancellation);

    /// <summary>Whether the file exists. The source itself does not count: overwriting it is always an error.</summary>
    bool Exists(TTarget target);

    /// <summary>Checks whether a file could be written, without reading its content.</summary>
    /// <exception cref="DicomException">The file cannot be written.</exception>
    void Check(TTarget target);

    /// <summary>Writes a file whose path is claimed.</summary>
    /// <param name="target">The file.</param>
    /// <param name="threads">The number of threads for this file.</param>
    /// <param name="throttleLimit">The number of threads for all files together.</param>
    /// <param name="cancellation">Cancels the work.</param>
    TResult Write(TTarget target, int threads, int throttleLimit, CancellationToken cancellation);

    /// <summary>Whether an error of the first file applies to all files of the source, and is reported only once.</summary>
    bool IsOfAllTargets(Exception error);
}
