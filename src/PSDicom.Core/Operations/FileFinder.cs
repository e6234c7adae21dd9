using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace PSDicom.Operations;

/// <summary>Finds the files of a folder and of the folders in it.</summary>
public static class FileFinder
{
    /// <summary>
    /// Finds files, a folder at a time as they are asked for: the files of a folder in the ordinal order of their names,
    /// then those of its subfolders likewise. Hidden files are files too. Links to folders are not followed, so that no
    /// folder is searched twice or without end. A folder that cannot be read is told of and passed over.
    /// </summary>
    /// <param name="folder">The folder; the paths found begin with it as it is written here.</param>
    /// <param name="options">Which files are wanted.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static IEnumerable<FoundFile> Find(string folder, FileSearchOptions options, CancellationToken cancellation = default)
    {
        if (folder is null) throw new ArgumentNullException(nameof(folder));
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Walk(folder, options, cancellation);
    }

    private static IEnumerable<FoundFile> Walk(string root, FileSearchOptions options, CancellationToken cancellation)
    {
        int deepest = options.Depth ?? (options.Recurse ? int.MaxValue : 0);
        var pattern = new FileNamePattern(options.Filter);
        var ahead = new Stack<(string Folder, int Depth)>();
        ahead.Push((root, 0));
        while (ahead.Count > 0)
        {
            (string folder, int depth) = ahead.Pop();
            var files = new List<string>();
            var subfolders = new List<string>();
            Exception? error = List(folder, files, subfolders, cancellation);

            files.Sort(StringComparer.Ordinal);
            foreach (string name in files)
            {
                cancellation.ThrowIfCancellationRequested();
                if (pattern.Matches(name)) yield return new FoundFile(Path.Combine(folder, name));
            }

            if (error is not null) yield return new FoundFile(folder, error);
            if (depth == deepest) continue;

            // The first one goes on top of the stack.
            subfolders.Sort(StringComparer.Ordinal);
            for (int i = subfolders.Count - 1; i >= 0; i--) ahead.Push((Path.Combine(folder, subfolders[i]), depth + 1));
        }
    }

    /// <summary>Lists a folder, as far as it can be read.</summary>
    private static Exception? List(string folder, List<string> files, List<string> subfolders, CancellationToken cancellation)
    {
        try
        {
            foreach ((string name, FolderEntryKind kind) in FolderListing.Read(folder))
            {
                cancellation.ThrowIfCancellationRequested();
                if (kind == FolderEntryKind.File) files.Add(name);
                else if (kind == FolderEntryKind.Folder) subfolders.Add(name);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception;
        }
    }
}
