namespace PSDicom.Adapters;

/// <content>
/// ConvertTo-Json of Windows PowerShell writes an object instead of a date for values with the properties that its types files add to
/// dates.
/// </content>
internal sealed partial class InvariantValue
{
    partial void HideScriptProperties()
    {
        TypeNames.Clear();
        TypeNames.Add("PSDicom.Value");
    }
}
