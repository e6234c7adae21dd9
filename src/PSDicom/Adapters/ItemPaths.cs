using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Adapters;

/// <summary>
/// The paths of the files of a series, a stack or a study as PowerShell's own objects have them: they bind to -LiteralPath of every command
/// that takes files. They are in no list of properties, as there may be thousands.
/// </summary>
internal static class ItemPaths
{
    public static string[] Of(IEnumerable<DicomSeriesFile> files) => [.. files.Select(file => ItemPath.Of(file.FullName)!)];
}
