using System;
using System.IO;
using System.Threading;
using PSDicom.Deidentification;
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
    private readonly ProtectionTarget? _target;

    private FileProtection(string path, FileProtectionOptions options, TargetFolder folder, NameTemplate names, CancellationToken cancellation)
    {
        _path = Path.GetFullPath(path);
        _options = options;
        _folder = folder;
        _state = FileStates.Of(_path);
        _source = FileByteSource.Hold(_path);
        try
        {
            ProtectionPlan plan = DicomException.InFile(_path, () =>
            {
                DicomFile file = DicomReader.Read(_source, new FileValueSource(_path), _path, new DicomReadOptions { CharacterSet = options.CharacterSet }, cancellation);
                return new FileProtector(_source, file, options.Rules, cancellation).Plan();
            });
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
        _folder.CheckFile(target.Path, _path, replacesDicom: true);
        _folder.CheckFolders(target.Path);
    }

    public ProtectedFile Write(ProtectionTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        Check(target);
        RewrittenCopy.Write(target.Path, _folder, () => _state.RequireSame(FileStates.Of(_path), _path), output => DicomException.InFile(_path, () =>
        {
            target.Plan.Rewrite.WriteTo(output, _source, cancellation);
            target.Plan.Rewrite.Check(output, cancellation);
            return 0;
        }), cancellation);
        var copy = new ProtectedFile(target.Path, _path, target.Plan, !_options.Rules.Secret.IsRandom, _options.Rules.KeepsUnlisted);
        _options.Report?.Add(copy, _options.Destination, _options.Rules);
        return copy;
    }

    public bool IsOfAllTargets(Exception error) => true;

    public void Dispose() => _source.Dispose();
}
