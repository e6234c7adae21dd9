using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PSDicom.Pipeline;

namespace PSDicom.Adapters;

/// <summary>
/// Writes the error of a property whose value cannot be read. PowerShell turns a property that throws into $null, and $null means that the
/// element is absent.
/// </summary>
internal static class ReadError
{
    // A terminating error here would only end the reading of the property and be lost, so it is written as non-terminating.
    private const string Script =
        "param($record) Write-Error -ErrorRecord $record -ErrorAction $(if ($ErrorActionPreference -eq 'Stop') { 'Continue' } else { $ErrorActionPreference })";

    /// <summary>Whether the content or the place of a file caused the exception.</summary>
    public static bool IsOfFile(Exception exception) => exception is DicomException or IOException or UnauthorizedAccessException or OutOfMemoryException;

    /// <summary>Writes an error to the error stream of the running command.</summary>
    /// <param name="exception">The reason.</param>
    /// <param name="property">The property, of an object with a full name.</param>
    public static void Write(Exception exception, PSAdaptedProperty property) =>
        Write(
            exception,
            new PSObject(property.BaseObject).Properties["FullName"]?.Value as string ?? (exception as DicomException)?.Path ?? string.Empty,
            property.Name);

    /// <summary>Writes an error to the error stream of the running command.</summary>
    /// <param name="exception">The reason.</param>
    /// <param name="path">The file.</param>
    /// <param name="property">The name of the property.</param>
    public static void Write(Exception exception, string path, string property)
    {
        if (Runspace.DefaultRunspace is null) return;
        ScriptBlock.Create(Script).InvokeWithContext(null, null, ErrorRecords.ForProperty(exception, path, property));
    }
}
