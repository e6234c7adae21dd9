using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace PSDicom.Operations.Search;

/// <summary>The readable content of a folder: names in ordinal order.</summary>
internal sealed class ListedFolder
{
    private ListedFolder(string path, int depth)
    {
        Path = path;
        Depth = depth;
    }

    public string Path { get; }

    /// <summary>The depth below the searched folder.</summary>
    public int Depth { get; }

    public List<string> Files { get; } = [];

    /// <summary>The subfolders with their kinds, including links and hidden ones.</summary>
    public List<(string Name, FolderEntryKind Kind)> Subfolders { get; } = [];

    /// <summary>The error if the folder could not be read completely.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Lists a folder.</summary>
    public static ListedFolder Read(string path, int depth, CancellationToken cancellation)
    {
        var folder = new ListedFolder(path, depth);
        try
        {
            foreach ((string name, FolderEntryKind kind) in FolderListing.Read(path))
            {
                cancellation.ThrowIfCancellationRequested();
                if (kind == FolderEntryKind.File) folder.Files.Add(name);
                else folder.Subfolders.Add((name, kind));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            folder.Error = exception;
        }

        folder.Files.Sort(StringComparer.Ordinal);
        folder.Subfolders.Sort((first, second) => StringComparer.Ordinal.Compare(first.Name, second.Name));
        return folder;
    }
}
