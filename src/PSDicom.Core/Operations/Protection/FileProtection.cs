using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.Editing;
using PSDicom.Frames.Blacking;
using PSDicom.Frames.Transcoding;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Protection;

/// <summary>One file of which a de-identified copy is written. All is planned before anything is written: the name of the copy has new values.</summary>
internal sealed class FileProtection : IWriteSource<ProtectionTarget, ProtectedFile>
{
    private static readonly string[] Extensions = [".dcm"];

    private readonly string _path;
    private readonly FileProtectionOptions _options;
    private readonly TargetFolder _folder;
    private readonly FileState _state;
    private readonly ByteSource _source;
    private readonly OpenFile _opened;
    private readonly DicomFile _file = null!;
    private readonly ProtectionTarget? _target;
    private readonly List<Spool> _spools = [];

    private FileProtection(string path, FileProtectionOptions options, TargetFolder folder, NameTemplate names, CancellationToken cancellation)
    {
        _path = Path.GetFullPath(path);
        _options = options;
        _folder = folder;
        _state = FileStates.Of(_path);
        _source = FileByteSource.Hold(_path);
        _opened = new OpenFile(_source, _path);
        try
        {
            _file = DicomException.InFile(_path, () => DicomReader.Read(_source, _opened, _path, new DicomReadOptions { CharacterSet = options.CharacterSet }, cancellation));
            ProtectionPlan plan = DicomException.InFile(_path, () => new FileProtector(_source, _file, options.Rules, cancellation).Plan());
            _target = new ProtectionTarget(folder.PathOf(names.Expand(plan.Names, null, 1, Extensions)), plan);
        }
        finally
        {
            if (_target is null) Dispose();
        }
    }

    /// <summary>One.</summary>
    public int TargetCount => 1;

    /// <summary>None: the copy has them.</summary>
    public DicomWarning? Warning => null;

    /// <summary>Reads a file.</summary>
    public static FileProtection Open(string path, FileProtectionOptions options, TargetFolder folder, NameTemplate names, CancellationToken cancellation) =>
        new(path, options, folder, names, cancellation);

    public ProtectionTarget TargetAt(int index) => _target!;

    public bool TryClaim(ProtectionTarget target, out string? owner) => _folder.TryClaim(target.Path, _path, out owner);

    public DicomException Clash(ProtectionTarget target, string? owner, CancellationToken cancellation) => new(
        DicomErrorReason.TargetNotUnique,
        $"'{target.Path}' would be written from both '{owner}' and '{_path}'. They are the same image, or the name template does not tell them apart.",
        _path);

    public bool Exists(ProtectionTarget target) => File.Exists(target.Path);

    public void Check(ProtectionTarget target)
    {
        CheckFile(target);
        _folder.CheckFolders(target.Path);
        if (target.Plan.Pixels.Area is not { } area) return;
        DicomException.InFile(_path, () =>
        {
            NewTranscoder(target, area, CancellationToken.None).Check();
            return 0;
        });
    }

    public ProtectedFile Write(ProtectionTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        // Folders are checked when they are made.
        CheckFile(target);
        List<DicomWarning> warnings = [];
        ProtectionPlan plan = target.Plan.Pixels.Area is { } area
            ? DicomException.InFile(_path, () => PlanCleaned(target, area, warnings, threads, throttleLimit, cancellation))
            : target.Plan;
        RewrittenCopy.Write(target.Path, _folder, () => _state.RequireSame(FileStates.Of(_path), _path), output => DicomException.InFile(_path, () =>
        {
            plan.Rewrite.WriteTo(output, _source, cancellation);
            plan.Rewrite.Check(output, cancellation);
            return 0;
        }), cancellation);
        ReleaseSpools();
        var copy = new ProtectedFile(target.Path, _path, plan, [.. plan.Warnings, .. warnings], !_options.Rules.Secret.IsRandom, _options.Rules.KeepsUnlisted);
        _options.Report?.Add(copy, _options.Destination, _options.Rules);
        return copy;
    }

    public bool IsOfAllTargets(Exception error) => true;

    public void Dispose()
    {
        ReleaseSpools();
        _opened.Dispose();
        _source.Dispose();
    }

    private void CheckFile(ProtectionTarget target) => _folder.CheckFile(target.Path, _path, replacesDicom: true);

    private void ReleaseSpools()
    {
        foreach (Spool spool in _spools) spool.Dispose();
        _spools.Clear();
    }

    private FrameTranscoder NewTranscoder(ProtectionTarget target, BlackArea area, CancellationToken cancellation) =>
        new(_file, _opened, new TranscodingOptions { Target = target.Plan.TransferSyntax, Black = area }, cancellation);

    /// <summary>Makes the frames with black pixels, then plans the copy with them: before, only their number and size are known.</summary>
    private ProtectionPlan PlanCleaned(ProtectionTarget target, BlackArea area, List<DicomWarning> warnings, int threads, int throttleLimit, CancellationToken cancellation)
    {
        FrameTranscoder transcoder = NewTranscoder(target, area, cancellation);
        var edit = new FileEdit();
        transcoder.Transcode(EditNode.Root(_file.Dataset, edit.Dataset), NewSpool, threads, throttleLimit);
        warnings.AddRange(transcoder.Warnings);
        return new FileProtector(_source, _file, _options.Rules, cancellation).Plan(edit.Dataset);

        Spool NewSpool()
        {
            var spool = new Spool(target.Path, makeFolder: () => _folder.MakeFolders(target.Path));
            _spools.Add(spool);
            return spool;
        }
    }
}
