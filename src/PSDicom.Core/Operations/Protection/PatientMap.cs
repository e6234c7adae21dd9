using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Operations.Protection;

/// <summary>Reads the pseudonyms that a site chose: a table with the columns PatientID and NewPatientID, or id_old and id_new, as <see cref="Crosswalk"/> writes it.</summary>
public static class PatientMap
{
    private const int MaxLength = 64;

    private static readonly string[] OldNames = ["PatientID", "id_old"];
    private static readonly string[] NewNames = ["NewPatientID", "id_new"];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, comma-, semicolon- or tab-separated.</param>
    /// <returns>The pseudonyms by patient ID.</returns>
    /// <exception cref="ArgumentException">It lacks a column, or a row is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        CsvReader rows = CsvReader.OfFile(path);
        IReadOnlyList<string> header = rows.ReadRow() ?? throw new ArgumentException($"The map of patients '{path}' is empty.");
        int oldColumn = ColumnOf(header, OldNames), newColumn = ColumnOf(header, NewNames);
        if (oldColumn < 0 || newColumn < 0) throw new ArgumentException($"The map of patients '{path}' needs the columns PatientID and NewPatientID.");
        var patients = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.ReadRow() is { } row)
        {
            string id = FieldOf(row, oldColumn), pseudonym = FieldOf(row, newColumn);
            if (id.Length == 0) continue;
            if (pseudonym.Length is 0 or > MaxLength || !pseudonym.All(character => character is >= ' ' and <= '~' and not '\\' and not '^' and not '='))
                throw new ArgumentException($"The new ID in line {rows.Line} of '{path}' is not one: up to {MaxLength} letters, digits and signs without \\, ^ and =.");
            if (patients.TryGetValue(id, out string? other) && other != pseudonym) throw new ArgumentException($"Line {rows.Line} of '{path}' has a patient ID that an earlier line has too, with another new ID.");
            patients[id] = pseudonym;
        }

        return patients;
    }

    /// <summary>Reads only the old identifiers, of a table with the column PatientID or id_old.</summary>
    /// <param name="path">The file, comma-, semicolon- or tab-separated.</param>
    /// <exception cref="ArgumentException">It lacks the column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyCollection<string> ReadOld(string path)
    {
        CsvReader rows = CsvReader.OfFile(path);
        int column = ColumnOf(rows.ReadRow() ?? [], OldNames);
        if (column < 0) throw new ArgumentException($"The table '{path}' needs the column PatientID or id_old.");
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        while (rows.ReadRow() is { } row) identifiers.Add(FieldOf(row, column));
        identifiers.Remove(string.Empty);
        return identifiers;
    }

    private static int ColumnOf(IReadOnlyList<string> header, string[] names)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (names.Contains(header[i].Trim(), StringComparer.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private static string FieldOf(IReadOnlyList<string> row, int column) => column < row.Count ? row[column].Trim() : string.Empty;
}
