using System;
using System.Threading;

namespace PSDicom.Operations.Targets;

/// <summary>A source that is open, and the files that are to be written from it. Any number of threads may write them at once.</summary>
/// <typeparam name="TTarget">A file that is to be written.</typeparam>
/// <typeparam name="TResult">A file that was written.</typeparam>
internal interface IWriteSource<TTarget, TResult> : IDisposable
{
    /// <summary>The number of files to write.</summary>
    int TargetCount { get; }

    /// <summary>What is wrong with the source as a whole; null if nothing.</summary>
    DicomWarning? Warning { get; }

    /// <summary>The file of an index, from 0.</summary>
    /// <exception cref="DicomException">There is no path for it.</exception>
    TTarget TargetAt(int index);

    /// <summary>Reserves the path of a file. The first file of a run that asks for a path has it.</summary>
    /// <param name="target">The file.</param>
    /// <param name="owner">If the path is taken, the source of the file that has it; null for bytes in memory.</param>
    /// <returns>False if the path is taken.</returns>
    /// <exception cref="DicomException">The source does not have what was asked for.</exception>
    bool TryClaim(TTarget target, out string? owner);

    /// <summary>The error of a file whose path is taken.</summary>
    DicomException Clash(TTarget target, string? owner, CancellationToken cancellation);

    /// <summary>Whether the file exists. The source itself does not count: to write over it is an error in any case.</summary>
    bool Exists(TTarget target);

    /// <summary>Finds why a file could not be written, without reading what goes into it.</summary>
    /// <exception cref="DicomException">The file cannot be written.</exception>
    void Check(TTarget target);

    /// <summary>Writes a file whose path is claimed.</summary>
    /// <param name="target">The file.</param>
    /// <param name="threads">The number of threads for this file.</param>
    /// <param name="throttleLimit">The number of threads for all files together.</param>
    /// <param name="cancellation">Ends the work.</param>
    TResult Write(TTarget target, int threads, int throttleLimit, CancellationToken cancellation);

    /// <summary>Whether an error of the first file is one of all files of the source, and is to be reported once.</summary>
    bool IsOfAllTargets(Exception error);
}
