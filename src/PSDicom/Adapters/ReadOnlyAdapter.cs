using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>Shows PowerShell properties that nobody can set, because the object is what was read from a file.</summary>
public abstract class ReadOnlyAdapter : PSPropertyAdapter
{
    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => false;

    /// <summary>Not called, as no property is settable.</summary>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        throw new SetValueException($"{adaptedProperty?.Name} cannot be set: the object is what was read from a file.");
}
