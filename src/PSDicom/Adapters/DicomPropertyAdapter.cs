using System.Collections.ObjectModel;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the elements of a <see cref="DicomFile"/> or <see cref="DicomDataset"/> as properties under their keywords.
/// PSDicom.Types.ps1xml names it.
/// </summary>
/// <remarks>
/// Every keyword of the dictionary is a property, null where the element is absent, so that scripts in strict mode work; only what is there
/// is listed. Bulk values are not listed, because Select-Object *, Export-Csv and remoting read all that is. What is no keyword is left
/// to the properties and methods of the .NET class.
/// </remarks>
public sealed class DicomPropertyAdapter : ReadOnlyAdapter
{
    private const int LargestListed = 64 * 1024;
    private const uint FirstPixelData = 0x7FE0_0008;
    private const uint LastPixelData = 0x7FE0_0010;

    // Listed before the elements. The others of the class (Dataset, FileMeta, Warnings) are there, but are no data of their own.
    private static readonly ClassProperties<DicomFile> FileProperties = new(
        (nameof(DicomFile.Path), file => file.Path),
        (nameof(DicomFile.Length), file => file.Length),
        (nameof(DicomFile.TransferSyntax), file => file.TransferSyntax));

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        if (baseObject is DicomFile file)
        {
            FileProperties.AddTo(properties);
            AddElements(properties, file.FileMeta);
            AddElements(properties, file.Dataset);
        }
        else if (baseObject is DicomDataset dataset)
        {
            AddElements(properties, dataset);
        }

        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName)
    {
        // The dictionary overlooks spaces around a keyword; a property's name has none.
        if (DicomDictionary.TryGet(propertyName, out DicomDictionaryEntry? entry) && entry.Keyword.Length == propertyName.Length)
            return new PSAdaptedProperty(entry.Keyword, entry);
        return baseObject is DicomFile ? FileProperties.Find(propertyName) : null;
    }

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        ClassProperties<DicomFile>.TryGetValue(adaptedProperty, out object? value)
            ? value
            : PresentedValue.Of(FindElement(adaptedProperty)?.Value);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty)
    {
        // Bytes in bulk are not read for the name of their type.
        if (adaptedProperty.Tag is DicomDictionaryEntry
            && FindElement(adaptedProperty) is { VR.Kind: DicomVRKind.Binary } element
            && IsBulk(element))
        {
            return typeof(byte[]).FullName!;
        }

        object? value = GetPropertyValue(adaptedProperty);
        return ((value as PSObject)?.BaseObject ?? value)?.GetType().FullName ?? typeof(object).FullName!;
    }

    private static void AddElements(Collection<PSAdaptedProperty> properties, DicomDataset dataset)
    {
        foreach (DicomElement element in dataset.GetElements())
        {
            if (element.Tag.IsPrivate || element.Tag.IsGroupLength) continue;
            if (!DicomDictionary.TryGet(element.Tag, out DicomDictionaryEntry? entry) || entry.Keyword.Length == 0 || IsBulk(element)) continue;

            // Of a repeating group only the first, as for its keyword.
            if (entry.IsRepeating && dataset[entry.Keyword] != element) continue;
            properties.Add(new PSAdaptedProperty(entry.Keyword, entry));
        }
    }

    private static DicomElement? FindElement(PSAdaptedProperty property)
    {
        var entry = (DicomDictionaryEntry)property.Tag;
        DicomDataset dataset = property.BaseObject switch
        {
            DicomFile file => entry.Tag.Group == 0x0002 ? file.FileMeta : file.Dataset,
            object other => (DicomDataset)other,
        };
        return entry.IsRepeating ? dataset[entry.Keyword] : dataset[entry.Tag];
    }

    private static bool IsBulk(DicomElement element) =>
        element.IsEncapsulated
        || element.Tag.Value is >= FirstPixelData and <= LastPixelData
        || (element.VR.Kind != DicomVRKind.Sequence && element.ByteLength > LargestListed);
}
