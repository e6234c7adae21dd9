using System;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Arguments of a call that are understood before the first file is read.</summary>
internal static class CallArgument
{
    /// <summary>The value of an argument. Ends the cmdlet if it is wrong.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="argument">The argument as it was given.</param>
    /// <param name="parse">Understands it.</param>
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
