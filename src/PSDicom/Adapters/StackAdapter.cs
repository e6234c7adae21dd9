using System.Linq;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomStack"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class StackAdapter() : RowAdapter<DicomStack>(Properties, Unlisted)
{
    private static readonly ClassProperties<DicomStack> Properties = new(
        (nameof(DicomStack.PatientID), stack => stack.PatientID),
        (nameof(DicomStack.PatientName), stack => stack.PatientName),
        (nameof(DicomStack.StudyInstanceUID), stack => stack.StudyInstanceUID),
        (nameof(DicomStack.StudyDate), stack => stack.StudyDate),
        (nameof(DicomStack.SeriesInstanceUID), stack => stack.SeriesInstanceUID),
        (nameof(DicomStack.SeriesNumber), stack => stack.SeriesNumber),
        (nameof(DicomStack.SeriesDescription), stack => stack.SeriesDescription),
        (nameof(DicomStack.Modality), stack => stack.Modality),
        (nameof(DicomStack.StackIndex), stack => stack.StackIndex),
        (nameof(DicomStack.StackCount), stack => stack.StackCount),
        (nameof(DicomStack.SplitBy), stack => stack.SplitBy),
        (nameof(DicomStack.Kind), stack => stack.Kind),
        (nameof(DicomStack.FileCount), stack => stack.FileCount),
        (nameof(DicomStack.FrameCount), stack => stack.FrameCount),
        (nameof(DicomStack.Size), stack => stack.Size),
        (nameof(DicomStack.Columns), stack => stack.Columns),
        (nameof(DicomStack.Rows), stack => stack.Rows),
        (nameof(DicomStack.Slices), stack => stack.Slices),
        (nameof(DicomStack.Volumes), stack => stack.Volumes),
        (nameof(DicomStack.Spacing), stack => stack.Spacing?.ToArray()),
        (nameof(DicomStack.Origin), stack => stack.Origin?.ToArray()),
        (nameof(DicomStack.Orientation), stack => stack.Orientation),
        (nameof(DicomStack.GantryTilt), stack => stack.GantryTilt),
        (nameof(DicomStack.IsRegular), stack => stack.IsRegular),
        (nameof(DicomStack.MissingSlices), stack => stack.MissingSlices),
        (nameof(DicomStack.MissingAfter), stack => stack.MissingAfter.ToArray()),
        (nameof(DicomStack.AbsentFrames), stack => stack.AbsentFrames),
        (nameof(DicomStack.DuplicateFrames), stack => stack.DuplicateFrames),
        (nameof(DicomStack.DuplicatePositions), stack => stack.DuplicatePositions),
        (nameof(DicomStack.MinGap), stack => stack.MinGap),
        (nameof(DicomStack.MaxGap), stack => stack.MaxGap),
        (nameof(DicomStack.SpacingDeclared), stack => stack.SpacingDeclared),
        (nameof(DicomStack.Length), stack => stack.Length),
        (nameof(DicomStack.Problem), stack => stack.Problem),
        (nameof(DicomStack.Files), stack => stack.Files),
        (nameof(DicomStack.Frames), stack => stack.Frames));

    private static readonly ClassProperties<DicomStack> Unlisted = new(
        ("Stack", stack => stack.StackIndex),
        ("Series", stack => stack.SeriesNumber),
        (ItemPath.PropertyName, stack => ItemPaths.Of(stack.Files)));
}
