using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>Presents read-only properties to PowerShell.</summary>
public abstract class ReadOnlyAdapter : PSPropertyAdapter
{
    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => false;

    /// <summary>Not called, as no property is settable.</summary>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        throw new SetValueException($"{adaptedProperty?.Name} is read-only: this object cannot change the file.");
}
