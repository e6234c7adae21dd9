using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace PSDicom.Adapters;

/// <summary>
/// Presents the public properties of a class to PowerShell unchanged, except that views get safe text (<see cref="ViewValue"/>). Registered
/// in PSDicom.Types.ps1xml.
/// </summary>
public sealed class ClassAdapter : ReadOnlyAdapter
{
    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject) =>
        [.. PropertiesOf(baseObject).Select(property => new PSAdaptedProperty(property.Name, property))];

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName)
    {
        PropertyInfo? property = PropertiesOf(baseObject).FirstOrDefault(candidate => string.Equals(candidate.Name, propertyName, StringComparison.OrdinalIgnoreCase));
        return property is null ? null : new PSAdaptedProperty(property.Name, property);
    }

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty)
    {
        try
        {
            return ViewValue.Of(((PropertyInfo)adaptedProperty.Tag).GetValue(adaptedProperty.BaseObject));
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause && ReadError.IsOfFile(cause))
        {
            ReadError.Write(cause, adaptedProperty);
            return null;
        }
    }

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) => ((PropertyInfo)adaptedProperty.Tag).PropertyType.FullName!;

    private static IEnumerable<PropertyInfo> PropertiesOf(object baseObject) => baseObject.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetIndexParameters().Length == 0);
}
