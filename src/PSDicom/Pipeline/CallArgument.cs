using System;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Parsing of arguments before the first file is read.</summary>
internal static class CallArgument
{
    /// <summary>The value of an argument. Terminates the cmdlet if it is invalid.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="argument">The argument as given.</param>
    /// <param name="parse">Parses the argument.</param>
    public static T ParseOrTerminate<T>(this PSCmdlet cmdlet, string? argument, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (DicomException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.ForCall(exception, argument));
            throw;
        }
    }
}
