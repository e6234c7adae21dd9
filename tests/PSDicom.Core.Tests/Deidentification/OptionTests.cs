using PSDicom.Deidentification;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Deidentification;

/// <summary>Each option against the table of the standard, as it is printed there: what it marks K or C stays, at every depth, and nothing else does.</summary>
public class OptionTests
{
    private const string PersonOrText = "PN LO LT SH ST UC UT AE UR";

    // Options by the columns of the table.
    private static readonly Dictionary<string, (Retention Retained, Cleaning Cleaned)> Options = new()
    {
        ["descriptors"] = (Retention.None, Cleaning.Descriptors),
        ["structuredContent"] = (Retention.None, Cleaning.StructuredContent),
        ["fullDates"] = (Retention.FullDates, Cleaning.None),
        ["modifiedDates"] = (Retention.ModifiedDates, Cleaning.None),
        ["uids"] = (Retention.Uids, Cleaning.None),
        ["patientCharacteristics"] = (Retention.PatientCharacteristics, Cleaning.None),
        ["deviceIdentity"] = (Retention.DeviceIdentity, Cleaning.None),
        ["institutionIdentity"] = (Retention.InstitutionIdentity, Cleaning.None),
        ["graphics"] = (Retention.None, Cleaning.Graphics),
    };

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string> { "" };
        foreach (string name in Options.Keys) names.Add(name);
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_retains_what_the_table_marks_for_it(string option)
    {
        string[][] table = [.. File.ReadLines(Path.Combine(Repository.Folder, "src", "PSDicom.Core", "Deidentification", "Tables", "confidentiality-profile.tsv")).Select(line => line.Split('\t'))];
        int column = option.Length == 0 ? -1 : Array.IndexOf(table[0], option);
        (Retention retained, Cleaning cleaned) = option.Length == 0 ? (Retention.None, Cleaning.None) : Options[option];
        string[][] rows = [.. table.Skip(1).Where(row => IsTestable(row[0]))];
        (uint Tag, string VR, string Value)[] values = [.. rows.Select((row, number) => ValueOf(Convert.ToUInt32(row[0], 16), number)).OrderBy(value => value.Item1)];

        DatasetBuilder deep = Fill(new DatasetBuilder(), values), nested = Fill(new DatasetBuilder(), values, 0x0054_0016, deep);
        DicomFile copy = DicomFile.Open(Protecting.Apply(Fill(new DatasetBuilder(), values, 0x0054_0016, nested).ToFile(), Protecting.Rules(retained, cleaned)));

        Dictionary<uint, string[]> marks = rows.ToDictionary(row => Convert.ToUInt32(row[0], 16));
        var kept = new List<uint>();
        Dictionary<uint, string> written = values.ToDictionary(value => value.Tag, value => value.Value);
        foreach (LocatedElement located in DatasetWalk.All(copy.Dataset))
        {
            DicomElement element = located.Element;
            if (written.TryGetValue(element.Tag.Value, out string? value) && element.RawValue == value) kept.Add(element.Tag.Value);
        }

        foreach ((uint tag, string vr, _) in values)
        {
            string mark = column < 0 ? "" : marks[tag][column];
            bool isDate = vr is "DA" or "DT" or "TM";

            // Cleaning moves dates, and not times; text stays if it has nothing to clean; names and identifiers are no descriptions.
            bool stays = mark == "K" || (mark == "C" && (vr == "TM" || (!isDate && PersonOrText.Contains(vr, StringComparison.Ordinal))));
            int expected = stays ? 3 : 0;
            int count = kept.Count(one => one == tag);
            Assert.True(count == expected, $"({tag:X8}) {vr} marked '{mark}' stays {count} times, not {expected}.");
        }
    }

    private static bool IsTestable(string tag)
    {
        if (!uint.TryParse(tag, System.Globalization.NumberStyles.HexNumber, null, out uint value) || value >> 16 < 8 || (value >> 16) % 2 == 1) return false;

        // Not those of the patient, which get a pseudonym, and not pixel data.
        if (value is 0x0010_0010 or 0x0010_0020 or 0x7FE0_0010 || !DicomDictionary.TryGet(new DicomTag(value), out DicomDictionaryEntry? entry)) return false;
        return entry.VR.Kind == DicomVRKind.Text;
    }

    private static (uint Tag, string VR, string Value) ValueOf(uint tag, int number)
    {
        string vr = DicomDictionary.TryGet(new DicomTag(tag), out DicomDictionaryEntry? entry) ? entry.VR.Code : "";
        string value = vr switch
        {
            "UI" => $"1.2.3.{number + 1}",
            "DA" => $"2001{1 + (number % 12):D2}{1 + (number % 28):D2}",
            "TM" => $"1011{number % 60:D2}.5",
            "DT" => $"2001{1 + (number % 12):D2}{1 + (number % 28):D2}101112",
            "AS" => $"0{10 + (number % 70):D2}Y",
            "DS" => $"1.{number + 100}",
            "IS" => $"{number + 1000}",
            "PN" => $"Person{Letters(number)}",
            _ => $"Word {Letters(number)}",
        };
        return (tag, vr, vr is "CS" or "AE" ? value.ToUpperInvariant() : value);
    }

    // Words, as cleaning takes away numbers.
    private static string Letters(int number) => string.Concat(number.ToString("D3", System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('q' + digit - '0')));

    private static DatasetBuilder Fill(DatasetBuilder dataset, (uint Tag, string VR, string Value)[] values, uint sequence = uint.MaxValue, DatasetBuilder? item = null)
    {
        foreach ((uint tag, string vr, string value) in values)
        {
            if (item is not null && tag > sequence)
            {
                dataset.WithSequence(sequence, item);
                item = null;
            }

            dataset.With(tag, vr, value);
        }

        return dataset;
    }
}
