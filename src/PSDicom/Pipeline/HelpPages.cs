namespace PSDicom.Pipeline;

/// <summary>Where Get-Help -Online goes. The manifest has the same project.</summary>
internal static class HelpPages
{
    public const string Address = "https://github.com/PSDicom/PSDicom/blob/main/README.md";
}
