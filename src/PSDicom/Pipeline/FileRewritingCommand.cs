using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Pipeline;

/// <summary>Changes the named files, in their place or as copies in a destination.</summary>
public abstract class FileRewritingCommand : InPlaceWritingCommand<RewriteTarget, DicomChange>
{
    /// <summary>Changes files that are cut off, and keeps what is there; without it they are errors.</summary>
    [Parameter]
    public SwitchParameter AllowTruncated { get; set; }

    /// <summary>
    /// Changes all of several elements with the same tag in one data set, which the standard does not allow; without it they are errors.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>The changes of the call.</summary>
    private protected FileChanges Changes { get; private set; } = new();

    /// <summary>Reads the changes from the parameters.</summary>
    private protected abstract FileChanges ReadChanges(EditOptions edit);

    /// <summary>The options for the changes.</summary>
    private protected virtual EditOptions ReadEdit() => new()
    {
        AllowsTruncated = AllowTruncated,
        AllowsDuplicates = AllowDuplicate,
        KeepsImplementation = KeepImplementation,
    };

    private protected override DicomFileQueue<FileRequest, RewriteTarget, DicomChange> CreateQueue(
        Func<FileRequest, RewriteTarget, bool> approve, bool isRehearsal)
    {
        FileRewriteOptions options = ReadFileOptions() with { Edit = ReadEdit() };
        Changes = ReadChanges(options.Edit);
        return new FileRewriteQueue<FileRequest>(options, Changes.Changes, ThrottleLimit, StopToken)
        {
            Approve = approve, ChecksUnapproved = isRehearsal, HasFixedChanges = Changes.AreFixed,
        };
    }

    private protected override bool Approve(FileRequest request, RewriteTarget target)
    {
        Changes.ApplyTo(target);
        return target.Skipped is not null || target.Error is not null || base.Approve(request, target);
    }

    private protected override string PathOf(DicomChange result) => result.FullName;

    /// <summary>The action on a file, such as "set PatientID in 'scan.dcm'": with tags, not values.</summary>
    private protected override string Describe(string source, RewriteTarget? target) => $"{DescribeChanges(target)} in '{source}'";

    /// <summary>What is changed, such as "set PatientID".</summary>
    private protected abstract string DescribeChanges(RewriteTarget? target);

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomChange result) => result.GetWarnings();
}
