using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>A kind of object: what a SOP class stores (PS3.3 annex A).</summary>
/// <param name="name">Its name, without "IOD".</param>
/// <param name="modules">Its modules.</param>
internal sealed class InformationObject(string name, IReadOnlyList<ModuleUse> modules)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its modules.</summary>
    public IReadOnlyList<ModuleUse> Modules { get; } = modules;
}
