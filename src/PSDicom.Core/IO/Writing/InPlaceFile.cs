using System;
using System.IO;
using System.Threading;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Writing;

/// <summary>
/// A file that is replaced in its place, safely: the new one is written beside it under a temporary name, flushed to the disk, and renamed.
/// At any moment there is the old file or the new one. The new file keeps owner, permissions and attributes; of a symbolic link, the target is
/// replaced. The old file is never written to.
/// </summary>
internal sealed partial class InPlaceFile : IDisposable
{
    private readonly InPlaceOptions _options;
    private readonly FileState _before;
    private FileByteSource? _source;
    private OutputFile? _output;
    private string? _temporary;

    /// <summary>Opens a file to replace.</summary>
    /// <exception cref="DicomException">It must not be replaced: it is read-only, or has other names.</exception>
    /// <exception cref="IOException">It does not exist, or another program writes to it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public InPlaceFile(string path, InPlaceOptions options)
    {
        _options = options;
        Path = RealPath.Of(System.IO.Path.GetFullPath(path));
        RefuseLink(Path);
        _before = FileStates.Of(Path);
        if (!options.ReplacesReadOnly && (_before.IsReadOnly || !FileStates.MayBeWritten(Path)))
            throw new DicomException(DicomErrorReason.FileReadOnly, "It is read-only. Use force to change it nevertheless.", Path);
        if (_before.LinkCount > 1 && !options.BreaksHardLinks)
        {
            throw new DicomException(
                DicomErrorReason.FileHasLinks,
                $"It has {_before.LinkCount} names (hard links), of which the others would keep the old content. Write a copy, or allow breaking hard links.",
                Path);
        }

        _source = FileByteSource.Guard(Path);
    }

    /// <summary>The path of the file itself, without links.</summary>
    public string Path { get; }

    /// <summary>The state of the old file when it was opened.</summary>
    public FileState State => _before;

    /// <summary>The old file.</summary>
    public FileByteSource Source => _source!;

    /// <summary>The path of the old file after <see cref="Commit"/>, if it is kept; else null.</summary>
    public string? BackupPath { get; private set; }

    /// <summary>Whether owner and permissions were kept; this account may not be allowed to.</summary>
    public bool KeptOwner { get; private set; } = true;

    /// <summary>Starts the new file.</summary>
    /// <param name="fromCopy">Whether it starts as a copy of the old one, to be patched.</param>
    /// <exception cref="TargetWriteException">It cannot be made.</exception>
    public OutputFile Create(bool fromCopy)
    {
        _temporary = TemporaryName.Beside(Path);
        _output = fromCopy ? OutputFile.CreateCopy(Path, _temporary, Path) : OutputFile.Create(_temporary, Path, _before.Mode);
        return _output;
    }

    /// <summary>Puts the new file in the place of the old one.</summary>
    /// <exception cref="DicomException">Another program has changed the old file meanwhile.</exception>
    /// <exception cref="TargetWriteException">The file cannot be replaced; it is unchanged.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled; the file is unchanged.</exception>
    public void Commit(CancellationToken cancellation)
    {
        KeptOwner = AtomicFile.OnTarget(Path, () => FileStates.TryKeep(_temporary!, _before) && TryKeepAttributes(Path, _temporary!));
        _output!.FlushToDisk();
        _output.Dispose();
        cancellation.ThrowIfCancellationRequested();
        _before.RequireSame(FileStates.Of(Path), Path);

        // Windows does not replace an open file.
        _source!.Dispose();
        _source = null;
        string? backup = _options.KeepsBackup ? TemporaryName.OfBackup(Path) : null;
        AtomicFile.OnTarget(Path, () =>
        {
            Replace(_temporary!, Path, backup, _before.IsReadOnly);
            return 0;
        });
        _temporary = null;
        BackupPath = backup;
        FlushFolder(Path);
    }

    /// <summary>Deletes the new file, if it was not put in place.</summary>
    public void Dispose()
    {
        _source?.Dispose();
        _output?.Dispose();
        if (_temporary is not null) AtomicFile.Delete(_temporary);
    }
}
