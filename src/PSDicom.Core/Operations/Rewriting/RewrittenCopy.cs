using System;
using System.Threading;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Rewriting;

/// <summary>Writes a copy of a file, changed or not, under a temporary name, and renames it once it is whole.</summary>
internal static class RewrittenCopy
{
    /// <summary>Writes a copy.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="folder">The destination.</param>
    /// <param name="requireUnchanged">Checks that the source is still the one that was read.</param>
    /// <param name="fill">Writes the bytes.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="timeOf">The file whose time of the last change it gets; null for the present time.</param>
    /// <param name="mode">The permissions on Unix; null for the default ones.</param>
    public static void Write(
        string path, TargetFolder folder, Action requireUnchanged, Action<OutputFile> fill, CancellationToken cancellation, string? timeOf = null, int? mode = null)
    {
        folder.MakeFolders(path);
        string temporary = TemporaryName.Beside(path);
        bool isDone = false;
        try
        {
            using (OutputFile output = OutputFile.Create(temporary, path, mode)) fill(output);
            if (timeOf is not null) AtomicFile.KeepTime(timeOf, temporary, path);
            requireUnchanged();
            cancellation.ThrowIfCancellationRequested();
            AtomicFile.Rename(temporary, path, folder.Replaces);
            isDone = true;
        }
        finally
        {
            if (!isDone) AtomicFile.Delete(temporary);
        }
    }
}
