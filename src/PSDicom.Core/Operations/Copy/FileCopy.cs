using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.IO;
using PSDicom.IO.Writing;
using PSDicom.Operations.Series;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>A file to copy or to move.</summary>
internal sealed class FileCopy : IWriteSource<FileCopyTarget, DicomFileCopy>
{
    private readonly DicomFile _file;
    private readonly string _path;
    private readonly string? _root;
    private readonly FileCopyRun _run;
    private readonly CopyEdit? _edit;
    private string? _owner;
    private bool _isTaken;
    private string? _claimed;

    private FileCopy(DicomFile file, string path, string? root, FileCopyRun run, CopyEdit? edit = null)
    {
        _file = file;
        _path = path;
        _root = root;
        _run = run;
        _edit = edit;
    }

    /// <inheritdoc/>
    public int TargetCount => 1;

    /// <inheritdoc/>
    public DicomWarning? Warning => null;

    /// <summary>Whether the file is written with changes.</summary>
    private bool IsChanged => _edit is { IsChanged: true };

    /// <summary>Reads what the name of the copy needs, and closes the file unless it is changed on its way.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="root">The full path of the searched folder that it was found in; null if it was named.</param>
    /// <param name="run">The call.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The file is not DICOM.</exception>
    public static FileCopy Open(string path, string? root, FileCopyRun run, CancellationToken cancellation)
    {
        if (run.Options.Changes is not null)
        {
            CopyEdit edit = CopyEdit.Open(path, run, cancellation);
            return new FileCopy(edit.File, path, root, run, edit);
        }

        using var open = new OpenFile(path);
        var options = new DicomReadOptions { Selection = run.TagsOfNames, StopAtPixelData = true, CharacterSet = run.Options.CharacterSet };
        return new FileCopy(open.ReadHeader(options, cancellation), path, root, run);
    }

    /// <summary>Uses a file whose header is already read.</summary>
    /// <exception cref="DicomException">The file has changed since, or its bytes are in memory.</exception>
    public static FileCopy Open(DicomFile file, FileCopyRun run, CancellationToken cancellation)
    {
        if (file.FullName is not { } path) throw new DicomException(DicomErrorReason.ValueNotAvailable, "Bytes in memory have no path and cannot be copied or moved.");
        return run.Options.Changes is null ? new FileCopy(file.Including(run.TagsOfNames, cancellation), path, null, run) : Open(path, null, run, cancellation);
    }

    /// <inheritdoc/>
    public FileCopyTarget TargetAt(int index)
    {
        _edit?.Resolve(CancellationToken.None);
        if (_edit is { IsSkipped: true }) return new FileCopyTarget(_path, []) { Skipped = SkippedFile.OfUnmapped(_path) };
        string path = _run.Names.Of(_edit?.File ?? _file, _path, _root, existing => HasBytes(existing, CancellationToken.None));
        return new FileCopyTarget(path, _edit?.Changes ?? []);
    }

    /// <summary>Notes whether another file of the call has the same path. If its bytes are the same, that is no error.</summary>
    public bool TryClaim(FileCopyTarget target, out string? owner)
    {
        owner = null;
        if (target.Skipped is not null) return true;
        _isTaken = !_run.Folder.TryClaim(target.Path, _path, out _owner);
        if (!_isTaken) _run.Begin(_claimed = target.Path);
        return true;
    }

    /// <inheritdoc/>
    public DicomException Clash(FileCopyTarget target, string? owner, CancellationToken cancellation)
    {
        NameTemplate template = _run.Options.NameTemplate ?? NameTemplate.OfSource;
        return new TargetClash(owner, _path) { IsFile = false, Template = template, TargetCount = 1 }.Describe(target.Path, cancellation);
    }

    /// <inheritdoc/>
    public bool Exists(FileCopyTarget target) => File.Exists(target.Path) && !Place.IsSame(_path, target.Path);

    /// <inheritdoc/>
    public void Check(FileCopyTarget target)
    {
        CheckOwner(target, CancellationToken.None);
        if (IsThere(target.Path, CancellationToken.None)) return;
        CheckReplaced(target.Path);
        _run.Folder.CheckFolders(target.Path);
    }

    /// <inheritdoc/>
    public DicomFileCopy Write(FileCopyTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (_isTaken) _run.WaitFor(target.Path, cancellation);
            return WriteNext(target, cancellation);
        }
        finally
        {
            Release();
        }
    }

    /// <inheritdoc/>
    public bool IsOfAllTargets(Exception error) => false;

    /// <summary>Closes the file, if it is changed on its way.</summary>
    public void Dispose()
    {
        Release();
        _edit?.Dispose();
    }

    /// <summary>Lets others with the same path go on.</summary>
    private void Release()
    {
        if (_claimed is not null) _run.End(_claimed);
    }

    private DicomFileCopy WriteNext(FileCopyTarget target, CancellationToken cancellation)
    {
        CheckOwner(target, cancellation);
        lock (_run.LockOf(target.Path))
        {
            if (IsThere(target.Path, cancellation)) return Result(target, FileCopyStatus.AlreadyThere, new FileInfo(target.Path).Length, []);
            CheckReplaced(target.Path);
            _run.Folder.MakeFolders(target.Path);
            return _run.Options.Move && !IsKept(out _, cancellation) ? Move(target, cancellation) : Copy(target, cancellation);
        }
    }

    private DicomFileCopy Copy(FileCopyTarget target, CancellationToken cancellation)
    {
        List<DicomWarning> warnings = [.. IsKept(out string? why, cancellation) ? [new DicomWarning(why!)] : (DicomWarning[])[], .. _edit?.Warnings ?? []];
        if (_run.Options.HardLink && HardLink.TryCreate(_path, target.Path)) return Result(target, FileCopyStatus.Linked, new FileInfo(target.Path).Length, warnings);
        long length = Make(target.Path, isVerified: false, cancellation);
        return Result(target, FileCopyStatus.Copied, length, warnings);
    }

    private DicomFileCopy Move(FileCopyTarget target, CancellationToken cancellation)
    {
        // Another file system cannot rename, and renaming does not replace, nor change.
        if (!IsChanged && !File.Exists(target.Path) && FileRename.TryMove(_path, target.Path)) return Result(target, FileCopyStatus.Moved, new FileInfo(target.Path).Length, []);
        long length = Make(target.Path, isVerified: true, cancellation);
        AtomicFile.FlushFolder(Path.GetDirectoryName(target.Path)!);
        _edit?.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DicomException(
                DicomErrorReason.SourceNotRemoved, $"It was copied to '{target.Path}', but the original cannot be deleted: {TargetWriteException.Describe(exception)}", _path, innerException: exception);
        }

        return Result(target, FileCopyStatus.Moved, length, _edit?.Warnings ?? []);
    }

    private long Make(string path, bool isVerified, CancellationToken cancellation)
    {
        bool replaces = _run.Options.Force;
        if (replaces && File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
            File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        if (IsChanged) return _edit!.Write(path, isVerified, cancellation);
        return AtomicFile.Make(path, replaces, temporary => FileCopier.Copy(_path, temporary, path, isVerified, cancellation), cancellation);
    }

    /// <summary>Whether the source must stay where it is, and a warning that says why.</summary>
    private bool IsKept(out string? why, CancellationToken cancellation)
    {
        why = null;
        if (SeriesFileReader.IsDirectory(_file)) why = "This is a DICOMDIR: it lists files by their places beside it, and its copy does not fit other places. It was copied as it is.";
        else if (!_run.Options.Move) return false;
        else if (Links.Is(new FileInfo(_path))) why = "This is a link to a file. The file was copied, and the link stays.";
        else if (_run.Listed.FindDirectory(_path, cancellation) is { } directory) why = $"'{directory}' lists this file, or cannot be read. It was copied and not moved.";
        return why is not null;
    }

    /// <summary>Two sources for one file are an error unless their bytes are the same.</summary>
    private void CheckOwner(FileCopyTarget target, CancellationToken cancellation)
    {
        // The other one may have been moved to the target meanwhile.
        if (_isTaken && !(_owner is not null && FileBytes.AreSame(_owner, _path, cancellation)) && !HasBytes(target.Path, cancellation))
            throw Clash(target, _owner, cancellation);
    }

    private bool IsThere(string path, CancellationToken cancellation) =>
        File.Exists(path) && ((!IsChanged && Place.IsSame(_path, path)) || HasBytes(path, cancellation));

    /// <summary>Whether a file has the bytes that would be written.</summary>
    private bool HasBytes(string path, CancellationToken cancellation) =>
        IsChanged ? _edit!.IsAt(path, cancellation) : FileBytes.AreSame(_path, path, cancellation);

    private void CheckReplaced(string path)
    {
        if (Directory.Exists(path)) throw new TargetWriteException(path, new IOException("A folder has this name."));
        if (!File.Exists(path)) return;
        if (Place.IsSame(_path, path)) throw TargetFolder.NeverReplaced(path, "is the file itself");
        if (!_run.Options.Force)
            throw new DicomException(DicomErrorReason.TargetExists, $"'{path}' already exists with other bytes. Use force to replace it, or another name template.", _path);
        if (_run.Folder.IsInput(path) || _run.IsInput(path)) throw TargetFolder.NeverReplaced(path, "is an input file");
    }

    private DicomFileCopy Result(FileCopyTarget target, FileCopyStatus status, long length, IReadOnlyList<DicomWarning> warnings) =>
        new(_edit?.Changes ?? [], warnings) { FullName = target.Path, Source = _path, Status = status, Length = length };
}
