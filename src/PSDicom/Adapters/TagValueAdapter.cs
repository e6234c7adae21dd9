using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using PSDicom.Operations;

namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the properties of a <see cref="DicomTagValue"/>, with its value as that of an element is presented elsewhere.
/// PSDicom.Types.ps1xml names it.
/// </summary>
public sealed class TagValueAdapter : PSPropertyAdapter
{
    private static readonly KeyValuePair<string, Func<DicomTagValue, object?>>[] Properties =
    [
        new(nameof(DicomTagValue.Path), row => row.Path),
        new(nameof(DicomTagValue.Tag), row => row.Tag),
        new(nameof(DicomTagValue.Keyword), row => row.Keyword),
        new(nameof(DicomTagValue.Name), row => row.Name),
        new(nameof(DicomTagValue.VR), row => row.VR),
        new(nameof(DicomTagValue.VM), row => row.VM),
        new(nameof(DicomTagValue.Value), row => PresentedValue.Of(row.Value)),
        new(nameof(DicomTagValue.RawValue), row => row.RawValue),
        new(nameof(DicomTagValue.TagPath), row => row.TagPath),
        new(nameof(DicomTagValue.IsPrivate), row => row.IsPrivate),
        new(nameof(DicomTagValue.Exists), row => row.Exists),
        new(nameof(DicomTagValue.Depth), row => row.Depth),
    ];

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        foreach (KeyValuePair<string, Func<DicomTagValue, object?>> property in Properties) properties.Add(new(property.Key, property.Value));
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName)
    {
        foreach (KeyValuePair<string, Func<DicomTagValue, object?>> property in Properties)
        {
            if (string.Equals(property.Key, propertyName, StringComparison.OrdinalIgnoreCase)) return new PSAdaptedProperty(property.Key, property.Value);
        }

        return null;
    }

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        ((Func<DicomTagValue, object?>)adaptedProperty.Tag)((DicomTagValue)adaptedProperty.BaseObject);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) =>
        typeof(DicomTagValue).GetProperty(adaptedProperty.Name)!.PropertyType.FullName!;

    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => false;

    /// <summary>Not called, as no property is settable.</summary>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        throw new SetValueException($"{adaptedProperty.Name} cannot be set: the object is what was read from a file.");
}
