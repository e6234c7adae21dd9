using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using PSDicom.Pipeline;

namespace PSDicom.Adapters;

/// <summary>
/// Properties of deserialized objects, which come from a job, a file or another computer. Registered in PSDicom.Types.ps1xml.
/// </summary>
public static class ReceivedObject
{
    private const string FullName = "FullName";

    /// <summary>The path of the file; for another computer, a path that names the computer and that every command refuses.</summary>
    /// <param name="received">The object.</param>
    public static string? PSPath(PSObject received) => PSPath(TextOf(received, FullName), TextOf(received, ViewText.ComputerName));

    /// <summary>The paths of the files of a series, a stack or a study, with the same mark.</summary>
    /// <param name="received">The object.</param>
    public static string[] PSPaths(PSObject received)
    {
        string? computer = TextOf(received, ViewText.ComputerName);
        object? files = ValueOf(received, "Files");
        IEnumerable list = (files is PSObject wrapped ? wrapped.BaseObject : files) as IEnumerable ?? Array.Empty<object>();
        return [.. list.Cast<object>().Select(file => PSPath(PathOf(file), computer)).OfType<string>()];
    }

    /// <summary>Writes an error, because pixels are not serialized.</summary>
    /// <param name="received">The object.</param>
    public static object? Pixels(PSObject received)
    {
        var error = new DicomException(DicomErrorReason.ValueNotAvailable, "Pixels stay in the process that read them. Use them there, in the same script block.");
        ReadError.Write(error, TextOf(received, FullName) ?? string.Empty, nameof(Pixels));

        // PowerShell turns this into $null, but writes no $null to a file.
        throw error;
    }

    /// <summary>The column Series of the view; an alias would fail where the file has no series number.</summary>
    /// <param name="received">The object.</param>
    public static object? Series(PSObject received) => ValueOf(received, "SeriesNumber");

    /// <summary>The column Instance of the view.</summary>
    /// <param name="received">The object.</param>
    public static object? Instance(PSObject received) => ValueOf(received, "InstanceNumber");

    private static string? PSPath(string? fullName, string? computer) =>
        fullName is not null && OtherComputer.Has(computer, fullName) ? OtherComputer.Mark(computer!, fullName) : ItemPath.Of(fullName);

    // Deeply nested objects are serialized as text; the text of a file is its path.
    private static string? PathOf(object file) => file is PSObject received && TextOf(received, FullName) is { } path ? path : file.ToString();

    private static string? TextOf(PSObject received, string property) => ValueOf(received, property)?.ToString();

    private static object? ValueOf(PSObject received, string property) =>
        received is null ? throw new ArgumentNullException(nameof(received)) : received.Properties[property]?.Value;
}
