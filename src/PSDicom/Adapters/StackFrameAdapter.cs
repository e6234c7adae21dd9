namespace PSDicom.Adapters;

/// <summary>Shows PowerShell the properties of a <see cref="DicomStackFrame"/>. PSDicom.Types.ps1xml names it.</summary>
public sealed class StackFrameAdapter() : RowAdapter<DicomStackFrame>(Properties)
{
    private static readonly ClassProperties<DicomStackFrame> Properties = new(
        (nameof(DicomStackFrame.FullName), frame => frame.FullName),
        (ItemPath.PropertyName, frame => ItemPath.Of(frame.FullName)),
        (nameof(DicomStackFrame.Frame), frame => frame.Frame),
        (nameof(DicomStackFrame.Slice), frame => frame.Slice),
        (nameof(DicomStackFrame.Volume), frame => frame.Volume));
}
