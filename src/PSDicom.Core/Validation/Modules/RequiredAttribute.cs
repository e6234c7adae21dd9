using PSDicom.Dictionary;

namespace PSDicom.Validation.Modules;

/// <summary>An attribute that a module requires.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="module">The name of the module.</param>
internal sealed class RequiredAttribute(ModuleAttribute attribute, string module)
{
    private readonly AttributeCondition? _condition = attribute.Condition is { } text ? AttributeCondition.Parse(text) : null;

    /// <summary>The attribute.</summary>
    public ModuleAttribute Attribute => attribute;

    /// <summary>Whether it is required only under a condition.</summary>
    public bool IsConditional => _condition is not null;

    /// <summary>Whether it must have a value.</summary>
    public bool NeedsValue => attribute.Type == AttributeType.Type1;

    /// <summary>Whether an object must have it.</summary>
    public bool IsRequiredIn(ObjectAttributes attributes) => _condition?.IsTrue(attributes) != false;

    /// <summary>The name of the module.</summary>
    public string Module => module;

    /// <summary>Why it is required, to follow a sentence; empty where it always is.</summary>
    public string Reason => _condition is null ? string.Empty : $", because {_condition}";
}
