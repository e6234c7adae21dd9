using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Editing;
using PSDicom.Query;

namespace PSDicom.Operations.Rewriting;

/// <summary>
/// A table of values to set, one row for each value of a key element. A column is named by the element it sets, as a tag path; with New before
/// it, as in NewPatientID, also the key itself can be set. An empty field sets nothing.
/// </summary>
public sealed class ValueMap
{
    private const string New = "New";

    private readonly Dictionary<string, IReadOnlyList<DatasetChange>> _rows = new(StringComparer.Ordinal);
    private readonly TagPath _key;

    private ValueMap(TagPath key, IReadOnlyList<string> columns)
    {
        _key = key;
        Columns = columns;
    }

    /// <summary>The elements that it sets, as tag paths.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads a table from a file: comma-, semicolon- or tab-separated, in UTF-8, or with a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The element whose value finds the row of a file; also the name of the column with these values.</param>
    /// <param name="isNested">Whether elements are also set wherever they are in sequences.</param>
    /// <exception cref="ArgumentException">The table has no such column, no other column, or a key twice.</exception>
    /// <exception cref="DicomException">A column is not named by a tag.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ValueMap Read(string path, string key, bool isNested)
    {
        CsvReader rows = CsvReader.OfFile(path);
        IReadOnlyList<string> header = rows.ReadRow() ?? throw new ArgumentException($"The table '{path}' is empty.");
        TagPath keyPath = TagPathParser.Parse(key);
        int keyIndex = -1;
        var setters = new DatasetChange?[header.Count];
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i].Trim();
            if (string.Equals(name, key.Trim(), StringComparison.OrdinalIgnoreCase)) keyIndex = i;
            else if (name.Length > 0) setters[i] = SetterOf(name, isNested);
        }

        if (keyIndex < 0) throw new ArgumentException($"The table '{path}' has no column '{key}', which should hold the present values.");
        string[] columns = [.. setters.OfType<DatasetChange>().Select(setter => setter.Path)];
        if (columns.Length == 0) throw new ArgumentException($"The table '{path}' has no column beside '{key}'. Name columns by the elements to set; New{key} sets the key itself.");
        var map = new ValueMap(keyPath, columns);
        while (rows.ReadRow() is { } row) map.Add(row, keyIndex, setters, rows.Line, path);
        return map;
    }

    /// <summary>The changes for a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Null if the table has no row for it.</returns>
    public IReadOnlyList<DatasetChange>? Find(DicomFile file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        return KeyOf(file) is { } key && _rows.TryGetValue(key, out IReadOnlyList<DatasetChange>? changes) ? changes : null;
    }

    /// <summary>The error of a file that has no row.</summary>
    public DicomException NotFound(DicomFile file) => new(
        DicomErrorReason.NotInMap, $"The table has no row for the {_key.Text} of this file. Add one, or skip such files.", file?.FullName);

    private string? KeyOf(DicomFile file)
    {
        var found = new List<LocatedElement>();
        _key.FindIn(file.FileMeta, nested: false, found);
        if (found.Count == 0) _key.FindIn(file.Dataset, nested: false, found);
        return found.Count == 0 ? null : found[0].Element.RawValue?.Trim();
    }

    private static DatasetChange SetterOf(string name, bool isNested)
    {
        try
        {
            return DatasetChange.Set(name, null, isNested: isNested);
        }
        catch (DicomException) when (name.StartsWith(New, StringComparison.OrdinalIgnoreCase))
        {
            return DatasetChange.Set(name.Substring(New.Length), null, isNested: isNested);
        }
    }

    private void Add(IReadOnlyList<string> row, int keyIndex, DatasetChange?[] setters, int line, string path)
    {
        if (row.Count > setters.Length) throw new ArgumentException($"Line {line} of '{path}' has {row.Count} fields, more than the first line. Put fields with separators between quotes.");
        string key = keyIndex < row.Count ? row[keyIndex].Trim() : string.Empty;
        if (key.Length == 0) return;
        var changes = new List<DatasetChange>();
        for (int i = 0; i < row.Count; i++)
        {
            if (setters[i] is { } setter && row[i].Length > 0) changes.Add(setter.WithValue(row[i]));
        }

        if (_rows.ContainsKey(key)) throw new ArgumentException($"Line {line} of '{path}' has a key that an earlier line has too; each may have one row.");
        _rows.Add(key, changes);
    }
}
