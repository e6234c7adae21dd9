using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using PSDicom.Data;
using PSDicom.Dictionary;
using PSDicom.IO;

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
public sealed class DicomPropertyAdapter : PSPropertyAdapter
{
    // Listed before the elements; the others of the class (Dataset, FileMeta, Warnings) are there, but are no data of their own.
    private static readonly KeyValuePair<string, Func<DicomFile, object?>>[] FileProperties =
    [
        new(nameof(DicomFile.Path), file => file.Path),
        new(nameof(DicomFile.Length), file => file.Length),
        new(nameof(DicomFile.TransferSyntax), file => file.TransferSyntax),
    ];

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        if (baseObject is DicomFile file)
        {
            foreach (KeyValuePair<string, Func<DicomFile, object?>> property in FileProperties) properties.Add(new(property.Key, property.Value));
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
        if (DicomDictionary.TryGet(propertyName, out DictionaryEntry? entry) && entry.Keyword.Length == propertyName.Length)
            return new PSAdaptedProperty(entry.Keyword, entry);
        if (baseObject is not DicomFile) return null;
        foreach (KeyValuePair<string, Func<DicomFile, object?>> property in FileProperties)
        {
            if (string.Equals(property.Key, propertyName, StringComparison.OrdinalIgnoreCase)) return new PSAdaptedProperty(property.Key, property.Value);
        }

        return null;
    }

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) => adaptedProperty.Tag is Func<DicomFile, object?> property
        ? property((DicomFile)adaptedProperty.BaseObject)
        : PresentedValue.Of(FindElement(adaptedProperty)?.Value);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty)
    {
        object? value = adaptedProperty.Tag is not Func<DicomFile, object?> && FindElement(adaptedProperty) is { } element && IsBulk(element)
            ? Array.Empty<byte>()
            : GetPropertyValue(adaptedProperty);
        return ((value as PSObject)?.BaseObject ?? value)?.GetType().FullName ?? typeof(object).FullName!;
    }

    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => false;

    /// <summary>Not called, as no property is settable.</summary>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        throw new SetValueException($"{adaptedProperty.Name} cannot be set: the object is what was read from a file.");

    private static void AddElements(Collection<PSAdaptedProperty> properties, DicomDataset dataset)
    {
        foreach (DicomElement element in dataset.GetElements())
        {
            if (element.Tag.IsPrivate || element.Tag.IsGroupLength) continue;
            if (!DicomDictionary.TryGet(element.Tag, out DictionaryEntry? entry) || entry.Keyword.Length == 0 || IsBulk(element)) continue;

            // Of a repeating group only the first, as for its keyword.
            if (entry.IsRepeating && dataset[entry.Keyword] != element) continue;
            properties.Add(new PSAdaptedProperty(entry.Keyword, entry));
        }
    }

    private static DicomElement? FindElement(PSAdaptedProperty property)
    {
        var entry = (DictionaryEntry)property.Tag;
        DicomDataset dataset = property.BaseObject switch
        {
            DicomFile file => entry.Tag.Group == 0x0002 ? file.FileMeta : file.Dataset,
            object other => (DicomDataset)other,
        };
        return entry.IsRepeating ? dataset[entry.Keyword] : dataset[entry.Tag];
    }

    private static bool IsBulk(DicomElement element) =>
        element.IsEncapsulated || (element.VR.Kind != DicomVRKind.Sequence && element.ByteLength > PresentedValue.LargestListed)
        || element.Tag.Value is >= 0x7FE0_0008 and <= 0x7FE0_0010;
}
