using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Deidentification;
using PSDicom.Deidentification.BurnedIn;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Operations.Protection;

/// <summary>The policy of a site, from parameters and from a file of rules.</summary>
public sealed class ProtectionPolicy
{
    private readonly List<DeviceRecipe> _recipes = [];

    /// <summary>What is kept.</summary>
    public Retention Retained { get; set; }

    /// <summary>What is cleaned and kept.</summary>
    public Cleaning Cleaned { get; set; }

    /// <summary>Whether text that the standard's table does not list is kept.</summary>
    public bool KeepsUnlisted { get; set; }

    /// <summary>Whether images that may have burned-in text are copied as they are.</summary>
    public bool AllowsBurnedIn { get; set; }

    /// <summary>Rectangles that become black in all images, as x,y,width,height.</summary>
    public IList<FrameRegion> Regions { get; } = [];

    /// <summary>The rules for elements.</summary>
    public SiteRules Site { get; } = new();

    /// <summary>Adds the rules of a table with the columns Rule, Name and, for Set, Value.</summary>
    /// <param name="path">The file, comma-, semicolon- or tab-separated.</param>
    /// <exception cref="ArgumentException">A row is no rule.</exception>
    /// <exception cref="DicomException">An element is unknown, or a value does not fit it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void AddTable(string path)
    {
        CsvReader rows = CsvReader.OfFile(path);
        if (rows.ReadRow() is not { Count: >= 2 } header || !Is(header[0], "Rule") || !Is(header[1], "Name"))
            throw new ArgumentException($"The first line of '{path}' must be Rule,Name,Value.");
        while (rows.ReadRow() is { } row)
        {
            if (row.Count < 2) throw new ArgumentException($"Line {rows.Line} of '{path}' has no name.");
            try
            {
                Add(row[0].Trim(), row[1].Trim(), row.Count > 2 ? row[2] : string.Empty);
            }
            catch (ArgumentException exception)
            {
                throw new ArgumentException($"Line {rows.Line} of '{path}': {exception.Message}", exception);
            }
        }
    }

    /// <summary>
    /// Adds the recipes of a table, which say where devices write text into their images, with the columns Name, Modality, Manufacturer, Model, Rows,
    /// Columns, Other and Boxes; empty ones can be left out.
    /// </summary>
    /// <param name="path">The file, comma-, semicolon- or tab-separated.</param>
    /// <exception cref="ArgumentException">A row is no recipe.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void AddRecipes(string path)
    {
        CsvReader rows = CsvReader.OfFile(path);
        IReadOnlyList<string> header = rows.ReadRow() ?? [];
        int[] columns = [.. DeviceRecipe.Columns.Select(name => header.TakeWhile(column => !Is(column, name)).Count())];
        if (header.FirstOrDefault(column => !DeviceRecipe.Columns.Any(name => Is(column, name))) is { } unknown)
            throw new ArgumentException($"'{unknown}' in the first line of '{path}' is no column of recipes. These are {string.Join(", ", DeviceRecipe.Columns)}.");
        if (columns[0] == header.Count || columns[columns.Length - 1] == header.Count) throw new ArgumentException($"The first line of '{path}' needs the columns Name and Boxes.");
        while (rows.ReadRow() is { } row)
        {
            try
            {
                _recipes.Add(new DeviceRecipe([.. columns.Select(column => column < row.Count ? row[column] : string.Empty)]));
            }
            catch (ArgumentException exception)
            {
                throw new ArgumentException($"Line {rows.Line} of '{path}': {exception.Message}", exception);
            }
        }
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">Retain, Clean, Region, KeepTag, RemoveTag, SetTag, KeepUnlisted or AllowBurnedIn.</param>
    /// <param name="name">What is retained or cleaned, the rectangle, the element, or true or false.</param>
    /// <param name="value">The value of SetTag.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    /// <exception cref="DicomException">The element is unknown, or the value does not fit it.</exception>
    public void Add(string rule, string name, string value)
    {
        switch (rule?.ToUpperInvariant())
        {
            case "RETAIN":
                Retained |= Parse<Retention>(name, "FullDates, ModifiedDates, Uids, PatientCharacteristics, DeviceIdentity, InstitutionIdentity, SafePrivate");
                break;
            case "CLEAN":
                Cleaned |= Parse<Cleaning>(name, "Descriptors, Graphics, StructuredContent, PixelData");
                break;
            case "REGION":
                Regions.Add(FrameRegion.Parse(name));
                break;
            case "KEEPTAG":
                Site.Keep(name);
                break;
            case "REMOVETAG":
                Site.Remove(name);
                break;
            case "SETTAG":
                Site.Set(name, value);
                break;
            case "KEEPUNLISTED":
                KeepsUnlisted |= IsTrue(name);
                break;
            case "ALLOWBURNEDIN":
                AllowsBurnedIn |= IsTrue(name);
                break;
            default:
                throw new ArgumentException($"'{rule}' is no rule. Rules are Retain, Clean, Region, KeepTag, RemoveTag, SetTag, KeepUnlisted and AllowBurnedIn.");
        }
    }

    /// <summary>The rules of a run.</summary>
    /// <param name="key">The secret; null for a random one.</param>
    /// <param name="patients">The pseudonyms by patient ID; null to compute them.</param>
    /// <param name="crosswalk">Receives old and new values; null for nobody.</param>
    /// <exception cref="ArgumentException">The key is too short, or the rules contradict each other.</exception>
    public ProtectionRules ToRules(byte[]? key, IReadOnlyDictionary<string, string>? patients, Crosswalk? crosswalk)
    {
        var rules = new ProtectionRules(key)
        {
            Retained = Retained,
            Cleaned = Cleaned,
            KeepsUnlisted = KeepsUnlisted,
            AllowsBurnedIn = AllowsBurnedIn,
            Regions = [.. Regions],
            Recipes = [.. _recipes],
            Site = Site,
            Patients = patients,
            Noted = crosswalk is null ? null : crosswalk.Note,
        };
        rules.Validate();
        return rules;
    }

    private static T Parse<T>(string name, string choices)
        where T : struct, Enum
    {
        // Neither numbers nor lists.
        if (name.All(char.IsLetter) && Enum.TryParse(name, ignoreCase: true, out T value)) return value;
        throw new ArgumentException($"'{name}' is none of {choices}.");
    }

    private static bool IsTrue(string text) => bool.TryParse(text, out bool value) ? value : throw new ArgumentException($"'{text}' is neither true nor false.");

    private static bool Is(string text, string name) => string.Equals(text.Trim(), name, StringComparison.OrdinalIgnoreCase);
}
