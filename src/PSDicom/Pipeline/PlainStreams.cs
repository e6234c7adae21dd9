using System.Management.Automation;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>
/// Writes to the streams that PowerShell shows as they are: what files hold and what they are called goes through <see cref="PlainText"/> here,
/// and nothing else of the module writes warnings, verbose text and progress.
/// </summary>
internal static class PlainStreams
{
    public static void WritePlainWarning(this Cmdlet cmdlet, string text) => cmdlet.WriteWarning(PlainText.Of(text));

    public static void WritePlainVerbose(this Cmdlet cmdlet, string text) => cmdlet.WriteVerbose(PlainText.Of(text));

    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="record">The progress, without what is being done just now.</param>
    /// <param name="path">The file that is being worked on; null for none.</param>
    public static void WritePlainProgress(this Cmdlet cmdlet, ProgressRecord record, string? path = null)
    {
        if (path is not null) record.CurrentOperation = PlainText.Of(path);
        cmdlet.WriteProgress(record);
    }
}
