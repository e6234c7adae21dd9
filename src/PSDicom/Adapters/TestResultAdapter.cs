using System.Linq;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomTestResult"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class TestResultAdapter() : RowAdapter<DicomTestResult>(Properties)
{
    private static readonly ClassProperties<DicomTestResult> Properties = new(
        (nameof(DicomTestResult.FullName), result => result.FullName),
        (ItemPath.PropertyName, result => ItemPath.Of(result.FullName)),
        (nameof(DicomTestResult.IsValid), result => result.IsValid),
        (nameof(DicomTestResult.Errors), result => result.Errors),
        (nameof(DicomTestResult.Warnings), result => result.Warnings),
        (nameof(DicomTestResult.Information), result => result.Information),
        (nameof(DicomTestResult.Ids), result => result.Ids.ToArray()),
        (nameof(DicomTestResult.TransferSyntax), result => result.TransferSyntax),
        (nameof(DicomTestResult.SOPClass), result => result.SOPClass),
        (nameof(DicomTestResult.Length), result => result.Length));
}
