using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.IO.Writing;

namespace PSDicom.Operations.Targets;

/// <summary>Writes one DICOM file for each of many DICOM files, in the order in which they are added.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
public abstract class DicomFileQueue<TSource, TTarget, TResult> : OrderedWriter<TSource, TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    private readonly TargetFolder? _destination;
    private readonly InputPaths _added = new();
    private readonly HashSet<string> _outside = new(StringComparer.Ordinal);

    /// <param name="folder">The folder of the files.</param>
    /// <param name="isInPlace">Whether files are written in the place of their sources, not in the folder.</param>
    /// <param name="skipsExisting">Whether to skip existing files.</param>
    /// <param name="throttleLimit">The number of files opened at the same time, and of threads.</param>
    /// <param name="waitsForDisk">Whether writing mostly waits for the disk.</param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    private protected DicomFileQueue(
        TargetFolder folder, bool isInPlace, bool skipsExisting, int throttleLimit, bool waitsForDisk, CancellationToken cancellation)
        : base(folder, skipsExisting, throttleLimit, cancellation, waitsForDisk)
    {
        _destination = isInPlace ? null : folder;
    }

    /// <summary>Whether the destination lies in a folder of input files, so that copies would become input.</summary>
    /// <param name="root">The folder that is searched.</param>
    public bool IsDestinationIn(string root) => _destination is not null && _destination.IsIn(root);

    /// <summary>Queues a file.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that was searched, below which the path is kept in the destination; null for a file that was named.</param>
    /// <returns>Null if it is queued; else why it is skipped: it is already queued, or a temporary file or backup of this module.</returns>
    /// <exception cref="ArgumentException">The destination lies in the folder that was searched.</exception>
    public SkippedFile? TryAdd(TSource source, string path, string? root = null)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        RequireOutside(root);
        if (TemporaryName.Is(path)) return SkippedFile.OfTemporary(path);
        if (!_added.TryAdd(path)) return SkippedFile.OfRepeated(path);
        Add(source, stop => Open(path, root, stop));
        return null;
    }

    /// <summary>Opens a file, on any thread.</summary>
    private protected abstract IWriteSource<TTarget, TResult> Open(string path, string? root, CancellationToken cancellation);

    /// <remarks>Asked once for each folder: links have to be followed for it.</remarks>
    private void RequireOutside(string? root)
    {
        if (root is null || _outside.Contains(root)) return;
        if (IsDestinationIn(root))
            throw new ArgumentException($"The destination is in '{root}', which is searched: its files would become input. Choose a folder outside.");
        _outside.Add(root);
    }
}
