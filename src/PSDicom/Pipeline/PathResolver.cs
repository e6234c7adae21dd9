using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Operations.Search;

namespace PSDicom.Pipeline;

/// <summary>Resolves paths to files through the session: its drives, its location, ~ and wildcards.</summary>
/// <param name="cmdlet">The cmdlet whose session it is.</param>
/// <param name="search">The filters for files that match a wildcard or are in a folder.</param>
/// <param name="isSearch">Whether to search folders.</param>
/// <param name="cancellation">Ends a search.</param>
internal sealed class PathResolver(PSCmdlet cmdlet, FileSearchOptions search, bool isSearch, CancellationToken cancellation)
{
    private const string FileSystem = "FileSystem";

    private static readonly char[] ManyMatches = ['*', '?'];
    private static readonly char[] BracketsAndEscapes = ['[', ']', '`'];

    private readonly FileNameFilter _names = search.Names();

    /// <summary>The files of a path that may have wildcards.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isPiped">Whether it comes from the pipeline, where it is more likely a file name, as from a list or a CSV file.</param>
    public IEnumerable<FileRequest> Resolve(string path, bool isPiped)
    {
        if (path.IndexOfAny(ManyMatches) >= 0) return isPiped && ExistsLiterally(path) ? ResolveLiteral(path, FileOrigin.Named) : Match(path);
        if (path.IndexOfAny(BracketsAndEscapes) < 0 || ExistsLiterally(path)) return ResolveLiteral(path, FileOrigin.Named);
        return WildcardPattern.ContainsWildcardCharacters(path)
            ? Match(path)
            : ResolveLiteral(WildcardPattern.Unescape(path), FileOrigin.Named);
    }

    /// <summary>The file of a literal path, or the files in it if it is a folder.</summary>
    public IEnumerable<FileRequest> ResolveLiteral(string path, FileOrigin origin) =>
        Locate(path, out ErrorRecord? error) is { } location ? Expand(location, origin) : [new FileRequest(error!)];

    /// <summary>The path in the file system; null with an error.</summary>
    public string? Locate(string path, out ErrorRecord? error)
    {
        error = null;
        try
        {
            string location = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name == FileSystem) return location;
            error = ErrorRecords.ForProvider(provider, path);
        }
        catch (SessionStateException) when (IsUnixPath(path))
        {
            // The part of a file name before a colon was taken for a provider or a drive.
            return path;
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            error = ErrorRecords.ForPath(exception, path);
        }

        return null;
    }

    private IEnumerable<FileRequest> Match(string pattern)
    {
        try
        {
            Collection<string> matches = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out ProviderInfo provider);
            if (provider.Name != FileSystem) return [new FileRequest(ErrorRecords.ForProvider(provider, pattern))];
            if (matches.Count == 0) cmdlet.WritePlainVerbose($"No file matches '{pattern}'.");
            return matches.SelectMany(ExpandMatch);
        }
        catch (Exception exception) when (IsOfPath(exception))
        {
            return [new FileRequest(ErrorRecords.ForPath(exception, pattern))];
        }
    }

    /// <summary>Whether the path exists literally: scan[1].dcm is a file more often than a wildcard.</summary>
    private bool ExistsLiterally(string path) =>
        Locate(path, out _) is { } location && (File.Exists(location) || Directory.Exists(location));

    private IEnumerable<FileRequest> ExpandMatch(string location)
    {
        if (IsSearchedFolder(location))
            return search.IncludeHidden || !HiddenFolder.Is(location) ? Search(location) : [new FileRequest(SkippedFile.OfHidden(location))];
        return _names.Wants(Path.GetFileName(location)) ? [new FileRequest(location, FileOrigin.Matched)] : [];
    }

    private IEnumerable<FileRequest> Expand(string location, FileOrigin origin) =>
        IsSearchedFolder(location) ? Search(location) : [new FileRequest(location, origin)];

    // Checked only where it matters: on a share it costs a round trip.
    private bool IsSearchedFolder(string location) => isSearch && Directory.Exists(location);

    private IEnumerable<FileRequest> Search(string folder) => FileFinder.Find(folder, search, cancellation).Select(found => Request(found, folder));

    private static FileRequest Request(FoundFile found, string folder) => found switch
    {
        { Skipped: { } skipped } => new FileRequest(skipped),
        { Error: { } error } => new FileRequest(ErrorRecords.ForFile(error, found.Path)),
        _ => new FileRequest(found.Path, FileOrigin.Found, folder),
    };

    private static bool IsUnixPath(string path) => Path.DirectorySeparatorChar == '/' && path.Length > 0 && path[0] == '/';

    private static bool IsOfPath(Exception exception) =>
        exception is SessionStateException or ProviderInvocationException or ArgumentException or NotSupportedException
            or IOException or UnauthorizedAccessException;
}
