using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Frames.Transcoding;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;
using PSDicom.Threading;

namespace PSDicom.Operations.Conversion;

/// <summary>One file that is converted, in its place or as a copy.</summary>
internal sealed class FileConversion : RewriteSource<ConversionTarget, DicomConversion>
{
    private readonly FileConversionOptions _options;
    private readonly ConversionTarget _target;
    private readonly List<Spool> _spools = [];

    private FileConversion(string path, string? root, FileConversionOptions options, TargetFolder folder, MemoryBudget budget, CancellationToken cancellation)
        : base(path, root, options.Files, folder, budget, new DicomReadOptions { CharacterSet = options.Files.CharacterSet }, readsWhileOpen: true, cancellation)
    {
        _options = options;
        _target = new ConversionTarget(TargetPath, File);
    }

    /// <summary>Reads a file.</summary>
    public static FileConversion Read(string path, string? root, FileConversionOptions options, TargetFolder folder, MemoryBudget budget, CancellationToken cancellation) =>
        new(path, root, options, folder, budget, cancellation);

    public override ConversionTarget TargetAt(int index) => _target;

    public override void Check(ConversionTarget target)
    {
        CheckTarget();
        DicomException.InFile(FullPath, () =>
        {
            NewTranscoder(CancellationToken.None).Check();
            return 0;
        });
    }

    public override DicomConversion Write(ConversionTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        CheckTarget();
        var watch = Stopwatch.StartNew();
        FrameTranscoder? transcoder = null;
        List<DicomWarning> warnings = [];
        RewritePlan? plan = DicomException.InFile(FullPath, () =>
        {
            transcoder = NewTranscoder(cancellation);
            return Plan(transcoder, warnings, threads, throttleLimit, cancellation);
        });
        if (plan is not null && _options.OnlyIfSmaller && plan.Length >= Length) plan = null;
        RewrittenFile written = Write(plan, cancellation);
        warnings.AddRange(written.Warnings);
        return new DicomConversion(written.Path, FullPath, warnings)
        {
            IsChanged = plan is not null,
            SourceTransferSyntax = File.TransferSyntax,
            TransferSyntax = plan is null ? File.TransferSyntax : _options.TransferSyntax,
            IsLossy = plan is not null && transcoder!.IsLossy,
            FrameCount = transcoder!.FrameCount,
            SourceLength = Length,
            Length = written.Length,
            Duration = watch.Elapsed,
            BackupName = written.BackupPath,
        };
    }

    public override void Dispose()
    {
        foreach (Spool spool in _spools) spool.Dispose();
        base.Dispose();
    }

    private FrameTranscoder NewTranscoder(CancellationToken cancellation) => new(File, Opened, _options.Transcoding, cancellation);

    private RewritePlan? Plan(FrameTranscoder transcoder, List<DicomWarning> warnings, int threads, int throttleLimit, CancellationToken cancellation)
    {
        if (transcoder.Work == PixelWork.None && _options.TransferSyntax.IsEncapsulated)
        {
            warnings.Add(new DicomWarning("The file has no pixel data that could be compressed; it stays as it is."));
            return null;
        }

        var edit = new FileEdit();
        transcoder.Transcode(EditNode.Root(File.Dataset, edit.Dataset), NewSpool, threads, throttleLimit);
        warnings.AddRange(transcoder.Warnings);
        warnings.AddRange(LostRepresentations.Find(File, _options.TransferSyntax));
        var rewrite = new RewriteOptions { Target = _options.TransferSyntax, KeepImplementation = _options.KeepsImplementation };
        return new DicomFileRewriter(Source, File, rewrite, cancellation).Plan(edit, NewSpool);
    }

    private Spool NewSpool()
    {
        var spool = new Spool(TargetPath, makeFolder: MakeFolders);
        _spools.Add(spool);
        return spool;
    }
}
