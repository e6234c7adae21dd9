using System.Management.Automation;
using PSDicom.Data;

namespace PSDicom.Adapters;

/// <summary>
/// A date or number whose text is the same in every culture, in the cells of Export-Csv and tables. Scripts see the value itself.
/// </summary>
internal sealed partial class InvariantValue : PSObject
{
    public InvariantValue(object value)
        : base(value) => HideScriptProperties();

    /// <inheritdoc/>
    public override string ToString() => ValueText.Of(BaseObject);

    partial void HideScriptProperties();
}
