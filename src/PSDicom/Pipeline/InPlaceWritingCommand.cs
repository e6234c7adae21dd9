using System;
using System.Management.Automation;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Pipeline;

/// <summary>Writes the named files anew, in their place or as copies in a destination.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">The pipeline object for a written file.</typeparam>
public abstract class InPlaceWritingCommand<TTarget, TResult> : DicomWritingCommand<TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    /// <summary>
    /// The folder for the changed copies, created if it does not exist; the files themselves stay as they are. With -Recurse, the path below
    /// the folder that was searched is kept. Or, with an extension such as out.dcm, the path of a single copy.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// Changes the files in their place: each is written anew under a temporary name beside it, flushed to the disk, read again and renamed,
    /// so that at any moment there is the old file or the new one. Files that need no change are not written.
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

    /// <summary>
    /// Keeps the name of the software that wrote the file, in its file meta information: Implementation Class UID and Implementation Version
    /// Name, which should name this module after a change.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepImplementation { get; set; }

    /// <summary>The options for writing files.</summary>
    /// <exception cref="ArgumentException">It is not said where files are written.</exception>
    private protected FileRewriteOptions ReadFileOptions()
    {
        if (InPlace == Destination is not null)
        {
            throw new ArgumentException(InPlace
                ? "The files are changed either in their place or as copies: use only one of -InPlace and -Destination."
                : "Say where the changed files go: -Destination for copies, or -InPlace to change the files themselves.");
        }

        return new FileRewriteOptions
        {
            Destination = Destination is null ? null : ResolveTarget(Destination),
            Force = Force,
            SkipExisting = SkipExisting,
            Backup = Backup,
            BreakHardLinks = BreakHardLink,
            CharacterSet = ParsedCharacterSet,
        };
    }

    /// <summary>
    /// For a cmdlet of high impact: asks about a file that may lose something, and about others, which lose nothing, only if the user wants to be
    /// asked.
    /// </summary>
    private protected bool ApproveRisk(bool isRisky, FileRequest request, TTarget target)
    {
        bool asks = isRisky || IsRehearsal || MyInvocation.BoundParameters.ContainsKey("Confirm")
            || LanguagePrimitives.ConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference", ConfirmImpact.High)) is ConfirmImpact.Low or ConfirmImpact.Medium;
        return !asks || base.Approve(request, target);
    }
}
