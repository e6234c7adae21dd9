namespace PSDicom.Pipeline;

/// <summary>The address for Get-Help -Online. The manifest names the same project.</summary>
internal static class HelpPages
{
    public const string Address = "https://github.com/PSDicom/PSDicom/blob/main/README.md";
}
