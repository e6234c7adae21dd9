using System.Collections.ObjectModel;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the properties of a <see cref="DicomTagValue"/>, with its value as that of an element is presented elsewhere.
/// PSDicom.Types.ps1xml names it.
/// </summary>
public sealed class TagValueAdapter : ReadOnlyAdapter
{
    private static readonly ClassProperties<DicomTagValue> Properties = new(
        (nameof(DicomTagValue.Path), row => row.Path),
        (nameof(DicomTagValue.Tag), row => row.Tag),
        (nameof(DicomTagValue.Keyword), row => row.Keyword),
        (nameof(DicomTagValue.Name), row => row.Name),
        (nameof(DicomTagValue.VR), row => row.VR),
        (nameof(DicomTagValue.VM), row => row.VM),
        (nameof(DicomTagValue.Value), row => PresentedValue.Of(row.Value)),
        (nameof(DicomTagValue.RawValue), row => row.RawValue),
        (nameof(DicomTagValue.TagPath), row => row.TagPath),
        (nameof(DicomTagValue.IsPrivate), row => row.IsPrivate),
        (nameof(DicomTagValue.Exists), row => row.Exists),
        (nameof(DicomTagValue.Depth), row => row.Depth));

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        Properties.AddTo(properties);
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) => Properties.Find(propertyName);

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        ClassProperties<DicomTagValue>.TryGetValue(adaptedProperty, out object? value) ? value : null;

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) =>
        typeof(DicomTagValue).GetProperty(adaptedProperty.Name)!.PropertyType.FullName!;
}
