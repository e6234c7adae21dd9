using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>Changes the named files, in their place or as copies in a destination.</summary>
public abstract class FileRewritingCommand : FileWritingCommand<RewriteTarget, DicomChange>
{
    private FileRewriteQueue<FileRequest>? _queue;

    /// <summary>
    /// The folder for the changed copies, created if it does not exist; the files themselves stay as they are. With -Recurse, the path below
    /// the folder that was searched is kept. Or, with an extension such as out.dcm, the path of a single copy.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// Changes the files in their place: each is written anew under a temporary name beside it, flushed to the disk, read again and renamed,
    /// so that at any moment there is the old file or the new one. Files that already have the values are not written.
    /// </summary>
    [Parameter]
    public SwitchParameter InPlace { get; set; }

    /// <summary>With -InPlace, keeps the old file beside the new one: head.dcm.~bak. Such files are never input.</summary>
    [Parameter]
    public SwitchParameter Backup { get; set; }

    /// <summary>Replaces existing files in the destination, and read-only files with -InPlace; never another input file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Changes a file with -InPlace although it has other names (hard links), which keep the old content.</summary>
    [Parameter]
    public SwitchParameter BreakHardLink { get; set; }

    /// <summary>Changes files that are cut off, and keeps what is there; without it they are errors.</summary>
    [Parameter]
    public SwitchParameter AllowTruncated { get; set; }

    /// <summary>
    /// Changes all of several elements with the same tag in one data set, which the standard does not allow; without it they are errors.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>
    /// Keeps the name of the software that wrote the file, in its file meta information: Implementation Class UID and Implementation Version
    /// Name, which should name this module after a change.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepImplementation { get; set; }

    /// <summary>Gives the changed file, as Get-DicomFile does, instead of what changed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override OrderedWriter<FileRequest, RewriteTarget, DicomChange> Writer => _queue!;

    /// <summary>The changes that are the same for all files.</summary>
    private protected abstract IReadOnlyList<DatasetChange> ReadChanges();

    /// <summary>Whether the changes are the same for all files.</summary>
    private protected virtual bool HasFixedChanges => true;

    /// <summary>The options for the changes.</summary>
    private protected virtual EditOptions ReadEdit() => new()
    {
        AllowsTruncated = AllowTruncated,
        AllowsDuplicates = AllowDuplicate,
        KeepsImplementation = KeepImplementation,
    };

    private protected override void CreateWriter(Func<FileRequest, RewriteTarget, bool> approve, bool isRehearsal)
    {
        if (InPlace == Destination is not null)
        {
            throw new ArgumentException(InPlace
                ? "The files are changed either in their place or as copies: use only one of -InPlace and -Destination."
                : "Say where the changed files go: -Destination for copies, or -InPlace to change the files themselves.");
        }

        var options = new FileRewriteOptions
        {
            Destination = Destination is null ? null : ResolveTarget(Destination),
            Force = Force,
            SkipExisting = SkipExisting,
            Backup = Backup,
            BreakHardLinks = BreakHardLink,
            Edit = ReadEdit(),
            CharacterSet = ParsedCharacterSet,
        };
        IReadOnlyList<DatasetChange> changes = ReadChanges();
        _queue = new FileRewriteQueue<FileRequest>(options, changes, ThrottleLimit, StopToken)
        {
            Approve = approve, ChecksUnapproved = isRehearsal, HasFixedChanges = HasFixedChanges,
        };
    }

    private protected override void Queue(FileRequest request)
    {
        if (request.File is { FullName: null })
        {
            _queue!.Add(request, new DicomException(DicomErrorReason.ValueNotAvailable, "A file that was given as bytes cannot be changed: save it first."));
            return;
        }

        if (request.Root is { } root && _queue!.IsDestinationIn(root))
            ThrowTerminatingError(ErrorRecords.ForCall(new ArgumentException($"The destination is in '{root}', which is searched: its files would become input. Choose a folder outside.")));
        if (_queue!.TryAdd(request, request.File?.FullName ?? request.Path, request.Root) is { } skipped) WriteSkipped(skipped);
    }

    /// <summary>The action on a file, such as "set PatientID in 'scan.dcm'": with tags, not values.</summary>
    private protected override string Describe(string source, RewriteTarget? target) => $"{DescribeChanges(target)} in '{source}'";

    /// <summary>What is changed, such as "set PatientID".</summary>
    private protected abstract string DescribeChanges(RewriteTarget? target);

    private protected override object OutputOf(DicomChange result) =>
        PassThru ? DicomFile.Open(result.FullName, new DicomReadOptions { StopAtPixelData = true, CharacterSet = ParsedCharacterSet }, StopToken) : result;

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomChange result) => result.GetWarnings();

    /// <summary>The names of changed elements for a message, of many the first.</summary>
    private protected static string Names(IReadOnlyList<string> names)
    {
        const int Most = 5;
        string[] shown = new string[Math.Min(Most, names.Count)];
        for (int i = 0; i < shown.Length; i++) shown[i] = names[i];
        return PlainText.Of(string.Join(", ", shown)) + (names.Count > Most ? $" and {names.Count - Most} more" : string.Empty);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _queue?.Dispose();
        base.Dispose(disposing);
    }
}
