using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace PSDicom.Operations.Search;

/// <summary>Finds the files of a folder and its subfolders.</summary>
public static class FileFinder
{
    /// <summary>
    /// Finds files during the enumeration: first the files of a folder, in ordinal order, then those of its subfolders in the same way. Hidden
    /// files are included; hidden folders are skipped unless the options include them. Links to folders are skipped, so that no folder is searched
    /// twice or endlessly. A folder that cannot be read is reported and skipped. Where listing is slow, as on a share, the next few folders are
    /// listed ahead on other threads.
    /// </summary>
    /// <param name="folder">The folder; all paths begin with it as it is given here.</param>
    /// <param name="options">The files to find.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentException">A wildcard is malformed.</exception>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public static IEnumerable<FoundFile> Find(string folder, FileSearchOptions options, CancellationToken cancellation = default)
    {
        if (folder is null) throw new ArgumentNullException(nameof(folder));
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Walk(folder, options, options.Names(), cancellation);
    }

    private static IEnumerable<FoundFile> Walk(string root, FileSearchOptions options, FileNameFilter names, CancellationToken cancellation)
    {
        int maxDepth = options.Depth ?? (options.Recurse ? int.MaxValue : 0);
        var ahead = new FolderStack(cancellation);
        ahead.Push(root, 0);
        while (ahead.Pop() is { } folder)
        {
            // Subfolders first, so that they are listed while the files are read; the first one goes on top.
            List<FoundFile> skipped = folder.Depth < maxDepth ? PushSubfolders(folder, options, ahead) : [];
            ahead.ListAhead();
            foreach (string name in folder.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                if (names.Wants(name)) yield return new FoundFile(Path.Combine(folder.Path, name));
            }

            foreach (FoundFile subfolder in skipped) yield return subfolder;
            if (folder.Error is not null) yield return new FoundFile(folder.Path, folder.Error);
        }
    }

    /// <returns>The skipped ones, if the options report them.</returns>
    private static List<FoundFile> PushSubfolders(ListedFolder folder, FileSearchOptions options, FolderStack ahead)
    {
        var skipped = new List<FoundFile>();
        for (int i = folder.Subfolders.Count - 1; i >= 0; i--)
        {
            (string name, FolderEntryKind kind) = folder.Subfolders[i];
            string path = Path.Combine(folder.Path, name);
            SkippedFile? reason = kind switch
            {
                FolderEntryKind.FolderLink => SkippedFile.OfLink(path),
                FolderEntryKind.HiddenFolder when !options.IncludeHidden => SkippedFile.OfHidden(path),
                _ => null,
            };
            if (reason is null) ahead.Push(path, folder.Depth + 1);
            else if (options.ReportsSkipped) skipped.Insert(0, new FoundFile(path, reason));
        }

        return skipped;
    }
}
