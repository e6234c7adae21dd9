using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PSDicom.Cli.Inputs;

/// <summary>Paths with <c>*</c> and <c>?</c>, which the shells of Windows leave to the program.</summary>
internal static class PathWildcards
{
    private static readonly char[] Wildcards = ['*', '?'];
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, MatchType = MatchType.Win32 };

    public static bool ArePresent(string path) => path.IndexOfAny(Wildcards) >= 0;

    /// <summary>The files and folders whose path matches, sorted.</summary>
    public static IEnumerable<string> Expand(string path)
    {
        string root = Path.GetPathRoot(path) ?? string.Empty;
        IEnumerable<string> found = [root];
        foreach (string name in path[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            found = ArePresent(name)
                ? found.SelectMany(folder => Match(folder, name))
                : found.Select(folder => Path.Combine(folder, name)).Where(Path.Exists);
        }

        return found;
    }

    private static IEnumerable<string> Match(string folder, string pattern)
    {
        if (folder.Length > 0 && !Directory.Exists(folder)) return [];
        return Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder, pattern, Everything)
            .Select(entry => Path.Combine(folder, Path.GetFileName(entry)))
            .Order(StringComparer.Ordinal);
    }
}
