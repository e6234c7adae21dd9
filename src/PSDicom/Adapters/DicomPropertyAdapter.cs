using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using PSDicom.Query;

namespace PSDicom.Adapters;

/// <summary>
/// Presents the elements of a <see cref="DicomFile"/> or <see cref="DicomDataset"/> to PowerShell as properties named by keyword.
/// Registered in PSDicom.Types.ps1xml.
/// </summary>
/// <remarks>
/// Every keyword, tag and path is a property, null where the element is absent, so that scripts in strict mode work. Only elements that are
/// present are listed; with -Tag, exactly the named ones, present or not. Bulk values are not listed, because Select-Object *, Export-Csv
/// and remoting read everything listed. Elements that were not read are read when used; a failure writes an error. Other names are left to
/// the properties and methods of the .NET class.
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

    // Listed next, unless the file was read with -Tag.
    private static readonly ClassProperties<DicomFile> HeaderProperties = new(
        ("Length", file => file.GetLength()),
        ("TransferSyntax", file => file.GetTransferSyntax()),
        ("SOPClass", file => file.Find(DicomTag.SOPClassUID)?.RawValue is { } uid ? new DicomUID(uid) : null));

    // Available, but not listed: no data of their own.
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

    /// <summary>An object read with -Tag has its own type name, and so its own view.</summary>
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

        // The dictionary ignores spaces around a keyword; a property name has none.
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
        // Bulk bytes are not read just for the name of their type.
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

            // Only the first of a repeating group, as its keyword means.
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
