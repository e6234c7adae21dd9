using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PSDicom.Pipeline;

namespace PSDicom.Adapters;

/// <summary>
/// Tells of a value that could not be read when a property was asked for it. PowerShell makes $null of a property that throws, and $null
/// means that the file has no such element.
/// </summary>
internal static class ReadError
{
    // An error that would stop what is running ends no more than the reading of the property, and would be lost: it is written all the same.
    private const string Script =
        "param($record) Write-Error -ErrorRecord $record -ErrorAction $(if ($ErrorActionPreference -eq 'Stop') { 'Continue' } else { $ErrorActionPreference })";

    /// <summary>Whether the exception comes of what a file holds, or of where it is.</summary>
    public static bool IsOfFile(Exception exception) => exception is DicomException or IOException or UnauthorizedAccessException or OutOfMemoryException;

    /// <summary>Writes an error to the error stream of what is running.</summary>
    /// <param name="exception">Why the value could not be read.</param>
    /// <param name="property">The property of an object with a full name.</param>
    public static void Write(Exception exception, PSAdaptedProperty property) =>
        Write(
            exception,
            new PSObject(property.BaseObject).Properties["FullName"]?.Value as string ?? (exception as DicomException)?.Path ?? string.Empty,
            property.Name);

    /// <summary>Writes an error to the error stream of what is running.</summary>
    /// <param name="exception">Why the value could not be read.</param>
    /// <param name="path">The file.</param>
    /// <param name="property">The name of the property.</param>
    public static void Write(Exception exception, string path, string property)
    {
        if (Runspace.DefaultRunspace is null) return;
        ScriptBlock.Create(Script).InvokeWithContext(null, null, ErrorRecords.ForProperty(exception, path, property));
    }
}
