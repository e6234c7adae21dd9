using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>A module: attributes that belong together (PS3.3 annex C).</summary>
/// <param name="name">Its name, without "Module".</param>
/// <param name="attributes">Its attributes, outside of sequences.</param>
internal sealed class ModuleDefinition(string name, IReadOnlyList<ModuleAttribute> attributes)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<ModuleAttribute> Attributes { get; } = attributes;
}
