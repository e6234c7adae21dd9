using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;
using PSDicom.Text;

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

    private protected override DicomFileQueue<FileRequest, RewriteTarget, DicomChange> CreateQueue(
        Func<FileRequest, RewriteTarget, bool> approve, bool isRehearsal) =>
        new FileRewriteQueue<FileRequest>(ReadFileOptions() with { Edit = ReadEdit() }, ReadChanges(), ThrottleLimit, StopToken)
        {
            Approve = approve, ChecksUnapproved = isRehearsal, HasFixedChanges = HasFixedChanges,
        };

    private protected override string PathOf(DicomChange result) => result.FullName;

    /// <summary>The action on a file, such as "set PatientID in 'scan.dcm'": with tags, not values.</summary>
    private protected override string Describe(string source, RewriteTarget? target) => $"{DescribeChanges(target)} in '{source}'";

    /// <summary>What is changed, such as "set PatientID".</summary>
    private protected abstract string DescribeChanges(RewriteTarget? target);

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomChange result) => result.GetWarnings();

    /// <summary>The names of changed elements for a message, of many the first.</summary>
    private protected static string Names(IReadOnlyList<string> names)
    {
        const int Most = 5;
        string[] shown = new string[Math.Min(Most, names.Count)];
        for (int i = 0; i < shown.Length; i++) shown[i] = names[i];
        return PlainText.Of(string.Join(", ", shown)) + (names.Count > Most ? $" and {names.Count - Most} more" : string.Empty);
    }
}
