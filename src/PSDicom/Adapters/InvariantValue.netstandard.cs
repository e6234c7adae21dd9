namespace PSDicom.Adapters;

/// <content>
/// ConvertTo-Json of Windows PowerShell writes an object, and not a date, for what has the properties that PowerShell's types files give dates.
/// </content>
internal sealed partial class InvariantValue
{
    partial void HideScriptProperties()
    {
        TypeNames.Clear();
        TypeNames.Add("PSDicom.Value");
    }
}
