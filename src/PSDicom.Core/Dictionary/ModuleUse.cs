namespace PSDicom.Dictionary;

/// <summary>A module of an information object.</summary>
/// <param name="module">The module.</param>
/// <param name="isMandatory">Whether every such object has it; else some do, by condition or by choice.</param>
internal sealed class ModuleUse(ModuleDefinition module, bool isMandatory)
{
    /// <summary>The module.</summary>
    public ModuleDefinition Module { get; } = module;

    /// <summary>Whether every such object has it.</summary>
    public bool IsMandatory { get; } = isMandatory;
}
