using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Editing;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Threading;

namespace PSDicom.Operations.Rewriting;

/// <summary>One file that is changed, in its place or as a copy. Every change is planned and checked before anything is written.</summary>
internal sealed class FileRewrite : IWriteSource<RewriteTarget, DicomChange>
{
    /// <summary>Files up to this size are read at once.</summary>
    private const int MaxLoaded = 1 << 20;

    private readonly string _path;
    private readonly string? _root;
    private readonly FileRewriteOptions _options;
    private readonly UidMap? _uids;
    private readonly TargetFolder _folder;
    private readonly FileState _state;
    private readonly ByteSource _source;
    private readonly MemoryBudget.Share? _share;
    private readonly RewriteTarget? _target;

    private FileRewrite(string path, string? root, RewriteRun run, CancellationToken cancellation)
    {
        _path = Path.GetFullPath(path);
        _root = root;
        _options = run.Options;
        _uids = run.Uids;
        _folder = run.Folder;
        _state = FileStates.Of(_path);
        _source = FileByteSource.Hold(_path);
        try
        {
            _share = _state.Length <= MaxLoaded ? run.Budget.TryTake(_state.Length) : null;
            if (_share is not null) _source = Load(_source, (int)_state.Length);
            DicomFile file = DicomException.InFile(_path, () => DicomReader.Read(
                _source, new FileValueSource(_path), _path, run.Reading, cancellation));
            _target = new RewriteTarget(_options.IsInPlace ? _path : PathInDestination(), file, run.Changes);
        }
        finally
        {
            if (_target is null) Dispose();
        }
    }

    /// <summary>One.</summary>
    public int TargetCount => 1;

    /// <summary>None: the change has them.</summary>
    public DicomWarning? Warning => null;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that was searched; null for a file that was named.</param>
    /// <param name="run">What is common to all files.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static FileRewrite Open(string path, string? root, RewriteRun run, CancellationToken cancellation) => new(path, root, run, cancellation);

    public RewriteTarget TargetAt(int index) => _target!;

    public bool TryClaim(RewriteTarget target, out string? owner)
    {
        owner = null;
        return _options.IsInPlace || _folder.TryClaim(target.Path, _path, out owner);
    }

    public DicomException Clash(RewriteTarget target, string? owner, CancellationToken cancellation) => new(
        DicomErrorReason.TargetNotUnique,
        $"'{target.Path}' would be written from both '{owner}' and '{_path}'. Write them to different folders, or name their common folder and search it.",
        _path);

    public bool Exists(RewriteTarget target) => !_options.IsInPlace && target.Path != _path && File.Exists(target.Path);

    public void Check(RewriteTarget target)
    {
        if (!_options.IsInPlace) CheckTarget(target);
        _ = Plan(target, CancellationToken.None, out _);
    }

    public DicomChange Write(RewriteTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        RewritePlan? plan = Plan(target, cancellation, out EditedFile edited);
        if (!_options.IsInPlace) return WriteCopy(target, plan, edited, cancellation);
        return plan is null ? new DicomChange(_path, _path, edited.Changes, _state.Length, [], null) : Replace(plan, edited, cancellation);
    }

    public bool IsOfAllTargets(Exception error) => true;

    public void Dispose()
    {
        _source.Dispose();
        _share?.Dispose();
    }

    private static MemoryByteSource Load(ByteSource file, int length)
    {
        var bytes = new byte[length];
        int count = file.Read(0, bytes);
        file.Dispose();
        return new MemoryByteSource(bytes.AsMemory(0, count));
    }

    private RewritePlan? Plan(RewriteTarget target, CancellationToken cancellation, out EditedFile edited)
    {
        if (target.Error is not null) throw target.Error;
        EditOptions options = _options.Edit;
        EditedFile resolved = DicomException.InFile(_path, () => new ChangeResolver(target.File, options, _uids).Resolve(target.Changes));
        edited = resolved;
        var rewrite = new RewriteOptions
        {
            AllowTruncated = options.AllowsTruncated, AllowDuplicates = options.AllowsDuplicates, KeepImplementation = options.KeepsImplementation,
        };
        return DicomException.InFile(_path, () => new DicomFileRewriter(_source, target.File, rewrite, cancellation).Plan(resolved.Edit));
    }

    private DicomChange Replace(RewritePlan plan, EditedFile edited, CancellationToken cancellation)
    {
        using var file = new InPlaceFile(_path, new InPlaceOptions
        {
            ReplacesReadOnly = _options.Force, BreaksHardLinks = _options.BreakHardLinks, KeepsBackup = _options.Backup,
        });
        RequireUnchanged(file.State);
        bool isLoaded = _share is not null;
        OutputFile output = file.Create(fromCopy: plan.KeepsPositions && !isLoaded);
        Fill(output, plan, isLoaded ? _source : file.Source, cancellation);
        file.Commit(cancellation);
        List<DicomWarning> warnings = [.. plan.Warnings];
        if (!file.KeptOwner) warnings.Add(new DicomWarning("Owner, permissions or other attributes of the file could not be kept: this account may not set them."));
        return new DicomChange(file.Path, _path, edited.Changes, plan.Length, warnings, file.BackupPath);
    }

    private DicomChange WriteCopy(RewriteTarget target, RewritePlan? plan, EditedFile edited, CancellationToken cancellation)
    {
        CheckTarget(target);
        RewrittenCopy.Write(target.Path, _folder, () => RequireUnchanged(FileStates.Of(_path)), output =>
        {
            if (plan is null) output.Copy(_source, 0, 0, _state.Length);
            else Fill(output, plan, _source, cancellation);
        }, cancellation);
        return new DicomChange(target.Path, _path, edited.Changes, plan?.Length ?? _state.Length, plan?.Warnings ?? [], null);
    }

    private void Fill(OutputFile output, RewritePlan plan, ByteSource source, CancellationToken cancellation)
    {
        DicomException.InFile(_path, () =>
        {
            plan.WriteTo(output, source, cancellation);
            plan.Check(output, cancellation);
            return 0;
        });
    }

    private void RequireUnchanged(FileState now)
    {
        if (!now.IsSame(_state))
            throw new DicomException(DicomErrorReason.FileChanged, "Another program has changed the file meanwhile. Try again when it is done.", _path);
    }

    private void CheckTarget(RewriteTarget target)
    {
        _folder.CheckFile(target.Path, _path, replacesDicom: true);
        _folder.CheckFolders(target.Path);
    }

    /// <summary>The path in the destination: below the folder that was searched, or the name alone.</summary>
    private string PathInDestination()
    {
        if (_folder.IsFile) return _folder.FullPath;
        string root = _root is null ? Path.GetDirectoryName(_path)! : Path.GetFullPath(_root);
        string relative = _path.StartsWith(root, StringComparison.Ordinal) ? _path.Substring(root.Length) : Path.GetFileName(_path);
        return _folder.PathOf(relative.TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
    }
}
