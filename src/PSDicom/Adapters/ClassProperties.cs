using System;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>The properties of a .NET class that an adapter presents, in order.</summary>
/// <typeparam name="T">The class.</typeparam>
internal sealed class ClassProperties<T>(params (string Name, Func<T, object?> Get)[] properties)
    where T : class
{
    public void AddTo(Collection<PSAdaptedProperty> list)
    {
        foreach ((string name, Func<T, object?> get) in properties) list.Add(new PSAdaptedProperty(name, get));
    }

    /// <summary>The property of that name, ignoring case; null if there is none.</summary>
    public PSAdaptedProperty? Find(string propertyName)
    {
        foreach ((string name, Func<T, object?> get) in properties)
        {
            if (string.Equals(name, propertyName, StringComparison.OrdinalIgnoreCase)) return new PSAdaptedProperty(name, get);
        }

        return null;
    }

    /// <summary>The value of a property, if it is one of these.</summary>
    public static bool TryGetValue(PSAdaptedProperty property, out object? value)
    {
        value = property.Tag is Func<T, object?> get ? get((T)property.BaseObject) : null;
        return property.Tag is Func<T, object?>;
    }

    /// <summary>The type of a property: as declared by the class, or text for properties added for PowerShell.</summary>
    public static string TypeNameOf(PSAdaptedProperty property) =>
        (typeof(T).GetProperty(property.Name)?.PropertyType ?? typeof(string)).FullName!;
}
