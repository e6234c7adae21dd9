using System.Threading;
using PSDicom.Editing;

namespace PSDicom.Operations.Rewriting;

/// <summary>One file that is changed, in its place or as a copy. Every change is planned and checked before anything is written.</summary>
internal sealed class FileRewrite : RewriteSource<RewriteTarget, DicomChange>
{
    private readonly UidMap? _uids;
    private readonly RewriteTarget _target;

    private FileRewrite(string path, string? root, RewriteRun run, CancellationToken cancellation)
        : base(path, root, run.Options, run.Folder, run.Budget, run.Reading, readsWhileOpen: false, cancellation)
    {
        _uids = run.Uids;
        _target = new RewriteTarget(TargetPath, File, run.Changes);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The folder that was searched; null for a file that was named.</param>
    /// <param name="run">What is common to all files.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static FileRewrite Read(string path, string? root, RewriteRun run, CancellationToken cancellation) => new(path, root, run, cancellation);

    public override RewriteTarget TargetAt(int index) => _target;

    public override void Check(RewriteTarget target)
    {
        CheckTarget();
        _ = Plan(target, CancellationToken.None, out _);
    }

    public override DicomChange Write(RewriteTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        RewritePlan? plan = Plan(target, cancellation, out EditedFile edited);
        RewrittenFile written = Write(plan, cancellation);
        return new DicomChange(written.Path, FullPath, edited.Changes, written.Length, written.Warnings, written.BackupPath);
    }

    private RewritePlan? Plan(RewriteTarget target, CancellationToken cancellation, out EditedFile edited)
    {
        if (target.Error is not null) throw target.Error;
        EditOptions options = Options.Edit;
        EditedFile resolved = DicomException.InFile(FullPath, () => new ChangeResolver(target.File, options, _uids).Resolve(target.Changes));
        edited = resolved;
        return DicomException.InFile(FullPath, () => new DicomFileRewriter(Source, target.File, RewriteOptions.Of(options), cancellation).Plan(resolved.Edit));
    }
}
