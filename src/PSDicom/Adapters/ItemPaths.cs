using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Adapters;

/// <summary>
/// The provider paths of the files of a series, a stack or a study. They bind to -LiteralPath of every command that takes files. They are not listed
/// as a property, because there may be thousands.
/// </summary>
internal static class ItemPaths
{
    public static string[] Of(IEnumerable<DicomSeriesFile> files) => [.. files.Select(file => ItemPath.Of(file.FullName)!)];
}
