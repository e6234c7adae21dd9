using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Operations.Search;

namespace PSDicom.Cli.Inputs;

/// <summary>The input files of a call.</summary>
/// <param name="paths">Paths from arguments, with the wildcards * and ?.</param>
/// <param name="search">The filters for files that match a wildcard or are in a folder.</param>
/// <param name="isSearch">Whether to search folders.</param>
internal sealed class InputFiles(IReadOnlyList<string> paths, FileSearchOptions search, bool isSearch)
{
    private readonly FileNameFilter _names = search.Names();

    /// <summary>A list of further literal paths; null if there is none.</summary>
    public FileList? List { get; init; }

    /// <summary>Finds the files, in the order of the paths, then of the list.</summary>
    /// <exception cref="ArgumentException">The list cannot be read.</exception>
    public IEnumerable<InputFile> Find(CancellationToken cancellation)
    {
        foreach (string path in paths)
        {
            foreach (InputFile file in FindNamed(path, cancellation)) yield return file;
        }

        foreach (string path in List?.Read() ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (InputFile file in FindAt(path, InputOrigin.Listed, cancellation)) yield return file;
        }
    }

    /// <summary>The paths known before any file is read: those of the call, and those of a list that can be read twice, with the list itself.</summary>
    /// <exception cref="ArgumentException">The list cannot be read.</exception>
    public IEnumerable<string> FindKnown()
    {
        IEnumerable<string> named = paths.SelectMany(path => !PathWildcards.ArePresent(path) || Path.Exists(path) ? [path] : PathWildcards.Expand(path));
        return named.Concat(List is { IsRereadable: true } list ? list.Read().Prepend(list.Path) : []).Where(path => path.Length > 0 && !IsSearchedFolder(path));
    }

    private IEnumerable<InputFile> FindNamed(string path, CancellationToken cancellation)
    {
        if (path.Length == 0) return [new InputFile("''", InputOrigin.Named, new IOException("The path is empty."))];
        if (!PathWildcards.ArePresent(path) || Path.Exists(path)) return FindAt(path, InputOrigin.Named, cancellation);
        return FindMatches(path, cancellation);
    }

    private IEnumerable<InputFile> FindMatches(string path, CancellationToken cancellation)
    {
        bool isAny = false;
        foreach (string match in PathWildcards.Expand(path))
        {
            isAny = true;
            bool isWanted = IsSearchedFolder(match) ? search.IncludeHidden || !HiddenFolder.Is(match) : _names.Wants(Path.GetFileName(match));
            if (!isWanted) continue;
            foreach (InputFile file in FindAt(match, InputOrigin.Matched, cancellation)) yield return file;
        }

        if (!isAny) yield return new InputFile(path, InputOrigin.Named, new FileNotFoundException("No file matches."));
    }

    private IEnumerable<InputFile> FindAt(string path, InputOrigin origin, CancellationToken cancellation)
    {
        if (!IsSearchedFolder(path))
        {
            yield return new InputFile(path, origin);
            yield break;
        }

        foreach (FoundFile found in FileFinder.Find(path, search, cancellation))
            yield return new InputFile(found.Path, InputOrigin.Found, found.Error, path);
    }

    // Checked only where it matters: on a share it costs a round trip.
    private bool IsSearchedFolder(string path) => isSearch && Directory.Exists(path);
}
