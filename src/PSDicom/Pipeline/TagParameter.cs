using System.Management.Automation;
using PSDicom.Query;

namespace PSDicom.Pipeline;

/// <summary>Reads what a -Tag parameter names.</summary>
internal static class TagParameter
{
    /// <summary>The tags; null if none are named. An unknown one ends the cmdlet.</summary>
    public static TagQuery? Parse(PSCmdlet cmdlet, string[]? tags)
    {
        if (tags is null) return null;
        try
        {
            return TagQuery.Parse(tags);
        }
        catch (DicomException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.ForCall(exception, string.Join(", ", tags)));
            throw;
        }
    }
}
