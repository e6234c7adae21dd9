using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using PSDicom.Query;

namespace PSDicom.Pipeline;

/// <summary>Parses -Tag parameters.</summary>
internal static class TagParameter
{
    private const string QuoteTags =
        "Put a tag with a comma between quotes, as in '0010,0010': without them, PowerShell takes it for two values.";

    // PowerShell reads 0010,0010 without quotes as 10 and 10; 7FE0,0010 as a text and a number.
    private static readonly Regex NumberOfTag = new("^[0-9A-Fa-f]{1,4}$", RegexOptions.CultureInvariant);

    /// <summary>The tags; null if none are named. An unknown one terminates the cmdlet.</summary>
    public static TagQuery? Parse(PSCmdlet cmdlet, string[]? tags) => Parse(cmdlet, tags, TagQuery.Parse);

    /// <summary>As <see cref="Parse(PSCmdlet, string[])"/>, for tags that are the columns of a table with one row per file.</summary>
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
            DicomException detailed = tags.Any(NumberOfTag.IsMatch)
                ? new DicomException(exception.Reason, exception.Detail + " " + QuoteTags, innerException: exception)
                : exception;
            cmdlet.ThrowTerminatingError(ErrorRecords.ForCall(detailed, string.Join(", ", tags)));
            throw;
        }
    }
}
