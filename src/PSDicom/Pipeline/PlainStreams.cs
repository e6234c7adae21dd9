using System.Management.Automation;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>
/// Writes to the streams that PowerShell shows unchanged: values and names of files go through <see cref="PlainText"/> here, and nothing
/// else in the module writes warnings, verbose text or progress.
/// </summary>
internal static class PlainStreams
{
    public static void WritePlainWarning(this Cmdlet cmdlet, string text) => cmdlet.WriteWarning(PlainText.Of(text));

    public static void WritePlainVerbose(this Cmdlet cmdlet, string text) => cmdlet.WriteVerbose(PlainText.Of(text));

    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="record">The progress, without its current operation.</param>
    /// <param name="path">The current file; null for none.</param>
    public static void WritePlainProgress(this Cmdlet cmdlet, ProgressRecord record, string? path = null)
    {
        if (path is not null) record.CurrentOperation = PlainText.Of(path);
        cmdlet.WriteProgress(record);
    }
}
