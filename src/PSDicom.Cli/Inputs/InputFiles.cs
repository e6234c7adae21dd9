using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Operations.Search;

namespace PSDicom.Cli.Inputs;

/// <summary>The files that the paths of a call mean.</summary>
internal sealed class InputFiles(IReadOnlyList<string> paths, bool recurse, string? filter)
{
    private readonly FileSearchOptions _search = new() { Recurse = true, Filter = filter };

    /// <summary>Gives the files as they are found, in the order of the paths.</summary>
    public IEnumerable<InputFile> Find(CancellationToken cancellation)
    {
        foreach (string path in paths)
        {
            if (!PathWildcards.ArePresent(path) || File.Exists(path) || Directory.Exists(path))
            {
                foreach (InputFile file in FindAt(path, cancellation)) yield return file;
                continue;
            }

            bool isAny = false;
            foreach (string match in PathWildcards.Expand(path))
            {
                isAny = true;
                foreach (InputFile file in FindAt(match, cancellation)) yield return file;
            }

            if (!isAny) yield return new InputFile(path, true, new FileNotFoundException("No file has a name like this."));
        }
    }

    private IEnumerable<InputFile> FindAt(string path, CancellationToken cancellation)
    {
        // Whether a path is a folder is only asked where it matters: on a share it costs a round trip.
        if (!recurse || !Directory.Exists(path))
        {
            yield return new InputFile(path, true);
            yield break;
        }

        foreach (FoundFile found in FileFinder.Find(path, _search, cancellation))
            yield return new InputFile(found.Path, false, found.Error);
    }
}
