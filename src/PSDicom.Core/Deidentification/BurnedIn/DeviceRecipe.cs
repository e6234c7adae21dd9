using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Query;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>Where a device, or a program, writes text into its images. All that the recipe names must be as it says.</summary>
internal sealed class DeviceRecipe
{
    /// <summary>The columns of a table of recipes.</summary>
    public static readonly IReadOnlyList<string> Columns = ["name", "modality", "manufacturer", "model", "rows", "columns", "other", "boxes"];

    private readonly string _modality;
    private readonly List<(DicomTag Tag, string Text)> _texts = [];
    private readonly int? _rows;
    private readonly int? _columns;

    /// <summary>Makes a recipe of the fields of a row, in the order of <see cref="Columns"/>.</summary>
    /// <exception cref="ArgumentException">A field is not valid, or the recipe has no name, no box, or nothing to recognize images by.</exception>
    public DeviceRecipe(IReadOnlyList<string> fields)
    {
        Name = fields[0].Trim();
        _modality = fields[1].Trim();
        AddText(DicomTag.Manufacturer, fields[2]);
        AddText(DicomTag.ManufacturerModelName, fields[3]);
        _rows = ParseSize(fields[4]);
        _columns = ParseSize(fields[5]);
        foreach (string condition in Split(fields[6], ';')) AddCondition(condition);
        Boxes = [.. Split(fields[7], ' ').Select(FrameRegion.Parse)];
        if (Name.Length == 0) throw new ArgumentException("A recipe has no name.");
        if (Boxes.Count == 0) throw new ArgumentException($"The recipe '{Name}' has no box.");
        if (_modality.Length == 0 && _texts.Count == 0) throw new ArgumentException($"The recipe '{Name}' does not say which images it is for: name a modality, a manufacturer, a model or another attribute.");
    }

    /// <summary>The name of the device or program.</summary>
    public string Name { get; }

    /// <summary>The rectangles with text.</summary>
    public IReadOnlyList<FrameRegion> Boxes { get; }

    /// <summary>Whether an image is one of these.</summary>
    public bool Matches(DicomFile file)
    {
        DicomDataset dataset = file.Dataset;
        if (_rows is { } rows && dataset.GetInteger(DicomTag.Rows) != rows) return false;
        if (_columns is { } columns && dataset.GetInteger(DicomTag.Columns) != columns) return false;
        if (_modality.Length > 0 && !string.Equals(dataset.GetText(DicomTag.Modality)?.Trim(), _modality, StringComparison.OrdinalIgnoreCase)) return false;
        return _texts.TrueForAll(condition => TextsOf(file, condition.Tag).Any(text => text.IndexOf(condition.Text, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    // The meanings of codes are in sequences, and some attributes in the file meta information.
    private static IEnumerable<string> TextsOf(DicomFile file, DicomTag tag)
    {
        DicomDataset dataset = tag.Group == DicomTag.TransferSyntaxUID.Group ? file.FileMeta : file.Dataset;
        if (dataset[tag] is { } element) return [element.RawValue ?? string.Empty];
        return tag != DicomTag.CodeMeaning ? [] : DatasetWalk.All(dataset).Where(located => located.Element.Tag == tag).Select(located => located.Element.RawValue ?? string.Empty);
    }

    private void AddText(DicomTag tag, string text)
    {
        if (text.Trim() is { Length: > 0 } trimmed) _texts.Add((tag, trimmed));
    }

    private void AddCondition(string condition)
    {
        int end = condition.IndexOf('=');
        string text = condition.Substring(end + 1).Trim();
        if (end < 0 || text.Length == 0 || !DicomDictionary.TryGet(condition.Substring(0, end).Trim(), out DicomDictionaryEntry? entry) || entry.VR.Kind == DicomVRKind.Sequence)
            throw new ArgumentException($"'{condition}' is no condition of a recipe: name an attribute and a part of its value, such as SeriesDescription=Dose Report.");
        _texts.Add((entry.Tag, text));
    }

    private static int? ParseSize(string text)
    {
        if (text.Trim().Length == 0) return null;
        return int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : throw new ArgumentException($"'{text}' is no number of rows or columns.");
    }

    private static IEnumerable<string> Split(string text, char separator) => text.Split(separator).Select(part => part.Trim()).Where(part => part.Length > 0);
}
