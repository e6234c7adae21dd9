using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Series;

namespace PSDicom.Operations.Copy;

/// <summary>The changes of a file on its way. They are planned and checked before anything is written.</summary>
internal sealed class CopyEdit : IDisposable
{
    private readonly FileCopyRun _run;
    private readonly HeldFile _held;
    private ByteSource? _content;
    private RewritePlan? _plan;
    private bool _isResolved;

    private CopyEdit(string path, FileCopyRun run, CancellationToken cancellation)
    {
        _run = run;
        _held = new HeldFile(path, run.Budget);
        bool isRead = false;
        try
        {
            File = _held.Read(run.ReadingOfChanges, readsWhileOpen: false, cancellation);
            if (run.Options.Changes!.Complete is null) Resolve(cancellation);
            isRead = true;
        }
        finally
        {
            if (!isRead) _held.Dispose();
        }
    }

    /// <summary>The file; once its changes are resolved, as it will be, as far as its name needs it.</summary>
    public DicomFile File { get; private set; }

    /// <summary>Whether the file is left out, because the table has no row for it.</summary>
    public bool IsSkipped { get; private set; }

    /// <summary>Whether the file is written with changes; otherwise its bytes are copied.</summary>
    public bool IsChanged => _plan is not null;

    /// <summary>Each change.</summary>
    public IReadOnlyList<DicomElementChange> Changes { get; private set; } = [];

    /// <summary>What the user should know about the change.</summary>
    public IReadOnlyList<DicomWarning> Warnings => _plan?.Warnings ?? [];

    /// <summary>Reads a file, and plans its changes if they do not depend on the caller's thread.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="run">The call.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The file is not DICOM, or cannot be changed so.</exception>
    public static CopyEdit Open(string path, FileCopyRun run, CancellationToken cancellation) => new(path, run, cancellation);

    /// <summary>Plans the changes, unless they are planned.</summary>
    /// <exception cref="DicomException">The file cannot be changed so.</exception>
    public void Resolve(CancellationToken cancellation)
    {
        if (_isResolved) return;
        if (_run.Options.Changes!.Of(File) is not { } changes)
        {
            IsSkipped = true;
        }
        else
        {
            EditedFile edited = DicomException.InFile(_held.FullPath, () => new ChangeResolver(File, _run.Options.Edit, _run.Uids).Resolve(changes));
            _plan = DicomException.InFile(_held.FullPath, () => new DicomFileRewriter(_held.Source, File, RewriteOptions.Of(_run.Options.Edit), cancellation).Plan(edited.Edit));
            Changes = edited.Changes;
        }

        if (_plan is not null)
        {
            _content = _plan.Content(_held.Source, cancellation);
            File = DicomException.InFile(_held.FullPath, () => DicomReader.Read(
                _content, _held.Opened, _held.FullPath, new DicomReadOptions { Selection = _run.TagsOfNames, StopAtPixelData = true, CharacterSet = CharacterSet }, cancellation));
        }

        _isResolved = true;
    }

    /// <summary>Whether a file has the bytes that would be written.</summary>
    public bool IsAt(string path, CancellationToken cancellation) => FileBytes.AreSame(_content!, path, cancellation);

    /// <summary>Writes the changed file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isVerified">Whether to write it to the disk, and to compare all of its bytes with the intended ones.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="DicomException">The source changed meanwhile, or the file does not read as intended.</exception>
    /// <exception cref="TargetWriteException">The file cannot be written.</exception>
    public long Write(string path, bool isVerified, CancellationToken cancellation)
    {
        RewrittenCopy.Write(path, _run.Folder, () => _held.State.RequireSame(FileStates.Of(_held.FullPath), _held.FullPath), output =>
        {
            _plan!.Fill(output, _held.Source, _held.FullPath, cancellation);
            if (!isVerified) return;
            output.FlushToDisk();
            if (!FileBytes.AreSame(_content!, output, cancellation))
                throw new DicomException(DicomErrorReason.RewriteFailed, "What was written differs from what was intended. The file stays where it is.", _held.FullPath);
        }, cancellation, mode: _held.State.Mode);
        return _plan!.Length;
    }

    /// <summary>Closes the source.</summary>
    public void Dispose()
    {
        _content?.Dispose();
        _held.Dispose();
    }

    // All text is encoded anew.
    private Text.CharacterSet? CharacterSet => _run.Options.Edit.EncodeAs is null ? _run.Options.CharacterSet : null;
}
