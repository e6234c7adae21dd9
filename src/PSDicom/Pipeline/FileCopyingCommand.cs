using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Editing;
using PSDicom.Operations.Copy;
using PSDicom.Operations.Targets;

namespace PSDicom.Pipeline;

/// <summary>Copies or moves the named files.</summary>
public abstract class FileCopyingCommand : FileWritingCommand<FileCopyTarget, DicomFileCopy>, ITagSettingParameters
{
    private readonly TagSetting<FileCopyingCommand> _setting;
    private FileCopyQueue<FileRequest>? _queue;

    private protected FileCopyingCommand() => _setting = new TagSetting<FileCopyingCommand>(this);

    /// <summary>The folder to write to, created if it does not exist. It cannot be in a folder that is searched with -Recurse.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// The names of the files below the destination: {PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}. Slashes make
    /// folders, and .dcm is added. Braces hold a keyword, a tag, or BaseName (the name of the file without .dcm), Folder (the name of its folder)
    /// or Count (its number among the files whose names are otherwise the same); a .NET format for numbers, dates or times may follow a colon,
    /// such as {StudyDate:yyyy-MM}. Double a brace to write it literally. In values, slashes, brackets and characters that file names cannot have
    /// become _; missing values become Unknown.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "The names that the files have, and with -Recurse also the folders below the searched one")]
    public string? NameTemplate { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.Tag"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? Tag { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.Value"/>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.Property"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2227", Justification = "PowerShell sets parameters.")]
    public IDictionary? Property { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.Map"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public string? Map { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.MapKey"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "PatientID")]
    public string MapKey { get; set; } = "PatientID";

    /// <inheritdoc cref="Commands.SetDicomTagCommand.SkipUnmapped"/>
    [Parameter]
    public SwitchParameter SkipUnmapped { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.NewUid"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public UidKinds[]? NewUid { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.Nested"/>
    [Parameter]
    public SwitchParameter Nested { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.IfExists"/>
    [Parameter]
    public SwitchParameter IfExists { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.IfMissing"/>
    [Parameter]
    public SwitchParameter IfMissing { get; set; }

    /// <inheritdoc cref="Commands.SetDicomTagCommand.EncodeAs"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CharacterSetCompleter))]
    [PSDefaultValue(Help = "That of the file")]
    public string? EncodeAs { get; set; }

    /// <summary>Replaces existing files with other bytes, even those that are read-only, but never a file of the input.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file in the destination, as Get-DicomFile does, instead of what was done.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override OrderedWriter<FileRequest, FileCopyTarget, DicomFileCopy> Writer => _queue!;

    /// <summary>Whether the files are moved.</summary>
    private protected abstract bool IsMove { get; }

    /// <summary>Whether to make hard links instead of copies.</summary>
    private protected virtual bool MakesLinks => false;

    private protected override void CreateWriter(Func<FileRequest, FileCopyTarget, bool> approve, bool isRehearsal) =>
        _queue = new FileCopyQueue<FileRequest>(ReadOptions(), ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };

    private protected override void Queue(FileRequest request)
    {
        try
        {
            if (request.File is { } file) _queue!.Add(request, file);
            else _queue!.Add(request, request.Path, request.Root);
        }
        catch (ArgumentException exception)
        {
            // The destination is in a searched folder.
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    private protected override string Describe(string source, FileCopyTarget? target)
    {
        string action = $"{(IsMove ? "move" : "copy")} '{source}'";
        return target?.Changes.Count > 0 ? $"{action} and set {ElementNames.Of([.. target.Changes.Select(change => change.TagPath)])}" : action;
    }

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomFileCopy result) => result.GetWarnings();

    private protected override object OutputOf(DicomFileCopy result) => PassThru ? Reopen(result.FullName) : result;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _queue?.Dispose();
        base.Dispose(disposing);
    }

    private FileCopyOptions ReadOptions()
    {
        EditOptions edit = _setting.Complete(new EditOptions());
        return ReadOptions(edit) with { Changes = _setting.IsAsked ? _setting.Read(edit) : null };
    }

    private FileCopyOptions ReadOptions(EditOptions edit) => new()
    {
        Edit = edit,
        Destination = ResolveTarget(Destination!),
        NameTemplate = NameTemplate is { } template ? this.ParseOrTerminate(template, () => Operations.Targets.NameTemplate.Parse(template)) : null,
        Move = IsMove,
        HardLink = MakesLinks,
        Force = Force,
        SkipExisting = SkipExisting,
        CharacterSet = ParsedCharacterSet,
    };
}
