using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Editing;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Threading;

namespace PSDicom.Operations.Rewriting;

/// <summary>One file that is written anew, in its place or as a copy.</summary>
/// <typeparam name="TTarget">The file to write.</typeparam>
/// <typeparam name="TResult">The written file.</typeparam>
internal abstract class RewriteSource<TTarget, TResult> : IWriteSource<TTarget, TResult>
    where TTarget : WriteTarget
{
    /// <summary>Files up to this size are read at once.</summary>
    private const int MaxLoaded = 1 << 20;

    private readonly string? _root;
    private readonly TargetFolder _folder;
    private readonly FileState _state;
    private readonly MemoryBudget.Share? _share;

    /// <summary>Opens and reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that was searched, below which the path is kept in the destination; null for a file that was named.</param>
    /// <param name="options">The options.</param>
    /// <param name="folder">The destination.</param>
    /// <param name="budget">The memory for small files.</param>
    /// <param name="reading">What is read of the file.</param>
    /// <param name="readsWhileOpen">Whether large values are read through the open file; else they can be read later too.</param>
    /// <param name="cancellation">Ends the reading.</param>
    private protected RewriteSource(
        string path, string? root, FileRewriteOptions options, TargetFolder folder, MemoryBudget budget, DicomReadOptions reading, bool readsWhileOpen, CancellationToken cancellation)
    {
        FullPath = Path.GetFullPath(path);
        _root = root;
        Options = options;
        _folder = folder;
        _state = FileStates.Of(FullPath);
        Source = FileByteSource.Hold(FullPath);
        try
        {
            _share = _state.Length <= MaxLoaded ? budget.TryTake(_state.Length) : null;
            if (_share is not null) Source = Load(Source, (int)_state.Length);
            Opened = new OpenFile(Source, FullPath);
            File = DicomException.InFile(FullPath, () => DicomReader.Read(
                Source, readsWhileOpen ? Opened : new FileValueSource(FullPath), FullPath, reading, cancellation));
            TargetPath = options.IsInPlace ? FullPath : PathInDestination();
        }
        finally
        {
            if (TargetPath is null) Close();
        }
    }

    /// <summary>One.</summary>
    public int TargetCount => 1;

    /// <summary>None: the result has them.</summary>
    public DicomWarning? Warning => null;

    /// <summary>The full path of the file.</summary>
    private protected string FullPath { get; }

    private protected FileRewriteOptions Options { get; }

    /// <summary>The bytes of the file.</summary>
    private protected ByteSource Source { get; }

    /// <summary>The same bytes, as values of the file.</summary>
    private protected OpenFile Opened { get; } = null!;

    /// <summary>The file, read with all elements.</summary>
    private protected DicomFile File { get; } = null!;

    /// <summary>The path of the file to write.</summary>
    private protected string TargetPath { get; } = null!;

    /// <summary>The size of the file in bytes.</summary>
    private protected long Length => _state.Length;

    public abstract TTarget TargetAt(int index);

    public bool TryClaim(TTarget target, out string? owner)
    {
        owner = null;
        return Options.IsInPlace || _folder.TryClaim(target.Path, FullPath, out owner);
    }

    public DicomException Clash(TTarget target, string? owner, CancellationToken cancellation) => new(
        DicomErrorReason.TargetNotUnique,
        $"'{target.Path}' would be written from both '{owner}' and '{FullPath}'. Write them to different folders, or name their common folder and search it.",
        FullPath);

    public bool Exists(TTarget target) => !Options.IsInPlace && target.Path != FullPath && System.IO.File.Exists(target.Path);

    public abstract void Check(TTarget target);

    public abstract TResult Write(TTarget target, int threads, int throttleLimit, CancellationToken cancellation);

    public bool IsOfAllTargets(Exception error) => true;

    public virtual void Dispose() => Close();

    /// <summary>Checks that a copy may be written.</summary>
    private protected void CheckTarget()
    {
        if (Options.IsInPlace) return;
        _folder.CheckFile(TargetPath, FullPath, replacesDicom: true);
        _folder.CheckFolders(TargetPath);
    }

    /// <summary>Makes the folders of the file to write.</summary>
    private protected void MakeFolders()
    {
        if (!Options.IsInPlace) _folder.MakeFolders(TargetPath);
    }

    /// <summary>Writes the file as planned.</summary>
    /// <param name="plan">The plan; null to copy the file, or to leave it in its place.</param>
    /// <param name="cancellation">Ends the work.</param>
    private protected RewrittenFile Write(RewritePlan? plan, CancellationToken cancellation)
    {
        if (!Options.IsInPlace) return WriteCopy(plan, cancellation);
        return plan is null ? new RewrittenFile(FullPath, Length, [], null) : Replace(plan, cancellation);
    }

    private void Close()
    {
        Source.Dispose();
        _share?.Dispose();
    }

    private static MemoryByteSource Load(ByteSource file, int length)
    {
        var bytes = new byte[length];
        int count = file.Read(0, bytes);
        file.Dispose();
        return new MemoryByteSource(bytes.AsMemory(0, count));
    }

    private RewrittenFile Replace(RewritePlan plan, CancellationToken cancellation)
    {
        using var file = new InPlaceFile(FullPath, new InPlaceOptions
        {
            ReplacesReadOnly = Options.Force, BreaksHardLinks = Options.BreakHardLinks, KeepsBackup = Options.Backup,
        });
        _state.RequireSame(file.State, FullPath);
        bool isLoaded = _share is not null;
        OutputFile output = file.Create(fromCopy: plan.KeepsPositions && !isLoaded);
        Fill(output, plan, isLoaded ? Source : file.Source, cancellation);
        file.Commit(cancellation);
        List<DicomWarning> warnings = [.. plan.Warnings];
        if (!file.KeptOwner) warnings.Add(new DicomWarning("Owner, permissions or other attributes of the file could not be kept: this account may not set them."));
        return new RewrittenFile(file.Path, plan.Length, warnings, file.BackupPath);
    }

    private RewrittenFile WriteCopy(RewritePlan? plan, CancellationToken cancellation)
    {
        CheckTarget();
        RewrittenCopy.Write(TargetPath, _folder, () => _state.RequireSame(FileStates.Of(FullPath), FullPath), output =>
        {
            if (plan is null) output.Copy(Source, 0, 0, _state.Length);
            else Fill(output, plan, Source, cancellation);
        }, cancellation);
        return new RewrittenFile(TargetPath, plan?.Length ?? Length, plan?.Warnings ?? [], null);
    }

    private void Fill(OutputFile output, RewritePlan plan, ByteSource source, CancellationToken cancellation)
    {
        DicomException.InFile(FullPath, () =>
        {
            plan.WriteTo(output, source, cancellation);
            plan.Check(output, cancellation);
            return 0;
        });
    }

    /// <summary>The path in the destination: below the folder that was searched, or the name alone.</summary>
    private string PathInDestination()
    {
        if (_folder.IsFile) return _folder.FullPath;
        string root = _root is null ? Path.GetDirectoryName(FullPath)! : Path.GetFullPath(_root);
        string relative = FullPath.StartsWith(root, StringComparison.Ordinal) ? FullPath.Substring(root.Length) : Path.GetFileName(FullPath);
        return _folder.PathOf(relative.TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
    }
}
