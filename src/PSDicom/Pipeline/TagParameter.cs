using System;
using System.Collections.Generic;
using System.Management.Automation;
using PSDicom.Query;

namespace PSDicom.Pipeline;

/// <summary>Reads what a -Tag parameter names.</summary>
internal static class TagParameter
{
    /// <summary>The tags; null if none are named. An unknown one ends the cmdlet.</summary>
    public static TagQuery? Parse(PSCmdlet cmdlet, string[]? tags) => Parse(cmdlet, tags, TagQuery.Parse);

    /// <summary>As <see cref="Parse(PSCmdlet, string[])"/>, for tags that are the columns of a table with a row a file.</summary>
    public static TagQuery? ParseColumns(PSCmdlet cmdlet, string[]? tags) => Parse(cmdlet, tags, TagQuery.ParseColumns);

    private static TagQuery? Parse(PSCmdlet cmdlet, string[]? tags, Func<IEnumerable<string>, TagQuery> parse)
    {
        if (tags is null) return null;
        try
        {
            return parse(tags);
        }
        catch (DicomException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.ForCall(exception, string.Join(", ", tags)));
            throw;
        }
    }
}
