using System;
using System.Collections.Generic;
using PSDicom.IO;

namespace PSDicom.Query;

/// <summary>Which elements a user named.</summary>
public sealed class TagQuery
{
    private TagQuery()
    {
    }

    /// <summary>Reads what a user named.</summary>
    public static TagQuery Parse(IEnumerable<string> texts) => throw new NotImplementedException();

    /// <summary>What of a file has to be read; null for everything.</summary>
    public ITagSelection? Selection { get; }
}
