using System;

namespace PSDicom.Editing;

/// <summary>The kinds of unique identifiers that can be replaced by new ones.</summary>
[Flags]
public enum UidKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Of studies (0020,000D).</summary>
    Study = 1,

    /// <summary>Of series (0020,000E).</summary>
    Series = 2,

    /// <summary>Of instances: images and other objects (0008,0018), and references to them.</summary>
    Instance = 4,
}
