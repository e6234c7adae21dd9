using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using PSDicom.Query;

namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the elements of a <see cref="DicomFile"/> or <see cref="DicomDataset"/> as properties under their keywords.
/// PSDicom.Types.ps1xml names it.
/// </summary>
/// <remarks>
/// Every keyword of the dictionary is a property, null where the element is absent, so that scripts in strict mode work, and so is every tag
/// and path. Only what is there is listed; of a file that was read for some tags, these, be they there or not. Bulk values are not listed,
/// because Select-Object *, Export-Csv and remoting read all that is. What was not read of a file is read when it is asked for; if that
/// fails, it is an error. Other names are left to the properties and methods of the .NET class.
/// </remarks>
public sealed class DicomPropertyAdapter : ReadOnlyAdapter
{
    private static readonly char[] SignsOfPath = ['.', ',', '|', '['];

    private static readonly Collection<string> FileTypes = [typeof(DicomFile).FullName!, typeof(object).FullName!];
    private static readonly Collection<string> RowTypes = [typeof(DicomFile).FullName! + "#Tag", typeof(object).FullName!];

    // Listed first.
    private static readonly ClassProperties<DicomFile> FileProperties = new(
        (nameof(DicomFile.FullName), file => file.FullName),
        (ItemPath.PropertyName, file => ItemPath.Of(file.FullName)));

    // Listed next, of a file that was not read for some tags only.
    private static readonly ClassProperties<DicomFile> HeaderProperties = new(
        ("Length", file => file.GetLength()),
        ("TransferSyntax", file => file.GetTransferSyntax()),
        ("SOPClass", file => file.Find(DicomTag.SOPClassUID)?.RawValue is { } uid ? new DicomUID(uid) : null));

    // There, but no data of their own.
    private static readonly ClassProperties<DicomFile> Unlisted = new(
        ("FileMeta", file => file.GetFileMeta()),
        ("Dataset", file => file.IncludingHeader().GetDataset()),
        ("Warnings", file => file.GetWarnings()));

    // The short labels of the view.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Series"] = "SeriesNumber",
        ["Instance"] = "InstanceNumber",
    };

    /// <summary>An object that was read for some tags has a type name of its own, and so its own view.</summary>
    public override Collection<string> GetTypeNameHierarchy(object baseObject) => baseObject switch
    {
        DicomFile file when file.GetColumns().Count > 0 => RowTypes,
        DicomFile => FileTypes,
        _ => base.GetTypeNameHierarchy(baseObject),
    };

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        if (baseObject is DicomFile file)
        {
            FileProperties.AddTo(properties);
            if (file.GetColumns() is { Count: > 0 } columns)
            {
                foreach (TagColumn column in columns) properties.Add(new PSAdaptedProperty(column.Name, column));
                return properties;
            }

            HeaderProperties.AddTo(properties);
            AddElements(properties, file.GetFileMeta());
            AddElements(properties, file.GetDataset());
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
        if (baseObject is DicomFile && Aliases.TryGetValue(propertyName, out string? keyword)) propertyName = keyword;

        // The dictionary overlooks spaces around a keyword; a property's name has none.
        if (DicomDictionary.TryGet(propertyName, out DicomDictionaryEntry? entry) && entry.Keyword.Length == propertyName.Length)
            return new PSAdaptedProperty(entry.Keyword, entry);
        if (propertyName.IndexOfAny(SignsOfPath) >= 0) return TagColumn.TryParse(propertyName) is { } column ? new(column.Name, column) : null;
        return baseObject is DicomFile
            ? FileProperties.Find(propertyName) ?? HeaderProperties.Find(propertyName) ?? Unlisted.Find(propertyName)
            : null;
    }

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty)
    {
        try
        {
            return PresentedValue.Of(Read(adaptedProperty));
        }
        catch (Exception exception) when (ReadError.IsOfFile(exception))
        {
            ReadError.Write(exception, adaptedProperty);
            return null;
        }
    }

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty)
    {
        // Bytes in bulk are not read for the name of their type.
        if (adaptedProperty is { Tag: DicomDictionaryEntry entry, BaseObject: DicomFile file }
            && (entry.Tag.Group == 0x0002 ? file.GetFileMeta() : file.GetDataset())[entry.Tag] is { VR.Kind: DicomVRKind.Binary } element
            && element.IsBulk)
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
            if (!DicomDictionary.TryGet(element.Tag, out DicomDictionaryEntry? entry) || entry.Keyword.Length == 0 || element.IsBulk) continue;

            // Of a repeating group only the first, as for its keyword.
            if (entry.IsRepeating && dataset[entry.Keyword] != element) continue;
            properties.Add(new PSAdaptedProperty(entry.Keyword, entry));
        }
    }

    private static object? Read(PSAdaptedProperty property) => (property.Tag, property.BaseObject) switch
    {
        (DicomDictionaryEntry { IsRepeating: false } entry, DicomFile file) => file.Find(entry.Tag)?.Value,
        (DicomDictionaryEntry entry, DicomFile file) => TagColumn.TryParse(entry.Keyword) is { } column ? file.ValueOf(column) : null,
        (DicomDictionaryEntry { IsRepeating: false } entry, DicomDataset dataset) => dataset[entry.Tag]?.Value,
        (DicomDictionaryEntry entry, DicomDataset dataset) => dataset[entry.Keyword]?.Value,
        (TagColumn column, DicomFile file) => file.ValueOf(column),
        (TagColumn column, DicomDataset dataset) => column.ValueIn(dataset),
        _ => ClassProperties<DicomFile>.TryGetValue(property, out object? value) ? value : null,
    };
}
