using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Operations.Search;

/// <summary>Selects files by their names.</summary>
public sealed class FileNameFilter
{
    private readonly FileNamePattern _filter;
    private readonly FileNamePattern[] _include;
    private readonly FileNamePattern[] _exclude;

    internal FileNameFilter(string? filter, IEnumerable<string>? include, IEnumerable<string>? exclude)
    {
        _filter = new FileNamePattern(filter);
        _include = (include ?? []).Select(FileNamePattern.OfWildcard).ToArray();
        _exclude = (exclude ?? []).Select(FileNamePattern.OfWildcard).ToArray();
    }

    /// <summary>Whether a file with this name (without folder) is selected.</summary>
    public bool Wants(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        return _filter.Matches(name)
            && (_include.Length == 0 || Array.Exists(_include, pattern => pattern.Matches(name)))
            && !Array.Exists(_exclude, pattern => pattern.Matches(name));
    }
}
