namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomStackFrame"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class StackFrameAdapter() : RowAdapter<DicomStackFrame>(Properties)
{
    private static readonly ClassProperties<DicomStackFrame> Properties = new(
        (nameof(DicomStackFrame.FullName), frame => frame.FullName),
        (ItemPath.PropertyName, frame => ItemPath.Of(frame.FullName)),
        (nameof(DicomStackFrame.Frame), frame => frame.Frame),
        (nameof(DicomStackFrame.Slice), frame => frame.Slice),
        (nameof(DicomStackFrame.Volume), frame => frame.Volume));
}
