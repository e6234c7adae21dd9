using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace PSDicom.Operations.Search;

/// <summary>What is in a folder, as far as it can be read: names in their ordinal order.</summary>
internal sealed class ListedFolder
{
    private ListedFolder(string path, int depth)
    {
        Path = path;
        Depth = depth;
    }

    public string Path { get; }

    /// <summary>How many folders below the one that is searched.</summary>
    public int Depth { get; }

    public List<string> Files { get; } = [];

    /// <summary>The folders in it, with what each is: links and hidden ones too.</summary>
    public List<(string Name, FolderEntryKind Kind)> Subfolders { get; } = [];

    /// <summary>Why the folder could not be read, or not to its end.</summary>
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
