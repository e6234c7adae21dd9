using System.Linq;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of an <see cref="IdentityTestResult"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class IdentityTestResultAdapter() : RowAdapter<IdentityTestResult>(Properties)
{
    private static readonly ClassProperties<IdentityTestResult> Properties = new(
        (nameof(IdentityTestResult.FullName), result => result.FullName),
        (ItemPath.PropertyName, result => ItemPath.Of(result.FullName)),
        (nameof(IdentityTestResult.Reference), result => result.Reference),
        (nameof(IdentityTestResult.Clean), result => result.Clean),
        (nameof(IdentityTestResult.Count), result => result.Count),
        (nameof(IdentityTestResult.Kinds), result => result.Kinds.ToArray()),
        (nameof(IdentityTestResult.Found), result => result.Found.ToArray()),
        (nameof(IdentityTestResult.Length), result => result.Length));
}
