using System;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of row objects to PowerShell, with their values as those of elements.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
public abstract class RowAdapter<T> : ReadOnlyAdapter
    where T : class
{
    private readonly ClassProperties<T> _properties;
    private readonly ClassProperties<T>? _unlisted;

    private protected RowAdapter(ClassProperties<T> properties, ClassProperties<T>? unlisted = null)
    {
        _properties = properties;
        _unlisted = unlisted;
    }

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        _properties.AddTo(properties);
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) =>
        _properties.Find(propertyName) ?? _unlisted?.Find(propertyName);

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty)
    {
        try
        {
            return ClassProperties<T>.TryGetValue(adaptedProperty, out object? value) ? PresentedValue.Of(value) : null;
        }
        catch (Exception exception) when (ReadError.IsOfFile(exception))
        {
            ReadError.Write(exception, adaptedProperty);
            return null;
        }
    }

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) => ClassProperties<T>.TypeNameOf(adaptedProperty);
}
