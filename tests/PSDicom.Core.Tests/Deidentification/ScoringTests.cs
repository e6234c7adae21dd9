using PSDicom.Core.Tests.Operations;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Deidentification;

/// <summary>
/// The rules by which the MIDI-B challenge scores de-identified series, on built data of two patients: what is retained, removed, moved and
/// consistent by the saved crosswalk, and that pixels are unchanged.
/// </summary>
public sealed class ScoringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Series_pass_all_rules()
    {
        var crosswalk = new Crosswalk(_folder.Combine("map"), replaces: false);
        var policy = new ProtectionPolicy { Retained = Retention.ModifiedDates | Retention.PatientCharacteristics, Cleaned = Cleaning.Descriptors };
        ProtectionRules rules = policy.ToRules(Protecting.Key, null, crosswalk);
        (DicomFile Before, DicomFile After)[] pairs = [.. from patient in Enumerable.Range(1, 2) from series in Enumerable.Range(1, 2) from image in Enumerable.Range(1, 3) select Pair(Image(patient, series, image), rules)];
        crosswalk.Save();
        Dictionary<string, string> patients = ReadMap("patients.csv"), uids = ReadMap("uids.csv");
        foreach ((DicomFile before, DicomFile after) in pairs)
        {
            TagsRetained(after);
            TextRetained(before, after);
            TextRemoved(before, after);
            DatesMoved(before, after);
            UidsChanged(before, after, uids);
            Assert.Equal(patients[before.Text(0x0010_0020)!], after.Text(0x0010_0020));
            Assert.Equal(before.Dataset[DicomTag.PixelData]!.ReadBytes(), after.Dataset[DicomTag.PixelData]!.ReadBytes());
        }

        Assert.Equal(2, patients.Values.Distinct().Count());
        Assert.Equal(2, pairs.Select(pair => pair.After.Text(0x0020_000D)).Distinct().Count());
        Assert.Equal(4, pairs.Select(pair => pair.After.Text(0x0020_000E)).Distinct().Count());
        Assert.Equal(12, pairs.Select(pair => pair.After.Text(0x0008_0018)).Distinct().Count());
    }

    /// <summary>tag_retained and text_notnull: what CT images must have is there, and what must have a value has one.</summary>
    private static void TagsRetained(DicomFile after)
    {
        foreach (uint type2 in (uint[])[0x0008_0020, 0x0008_0030, 0x0008_0050, 0x0008_0090, 0x0010_0010, 0x0010_0030, 0x0010_0040, 0x0020_0010, 0x0020_0011]) Assert.NotEqual("(absent)", after.Text(type2));
        foreach (uint type1 in (uint[])[0x0008_0016, 0x0008_0018, 0x0008_0060, 0x0020_000D, 0x0020_000E, 0x0020_0052, 0x0028_0010, 0x0028_0011]) Assert.False(after.Text(type1) is null or "(absent)" or "");
    }

    /// <summary>text_retained: what research needs.</summary>
    private static void TextRetained(DicomFile before, DicomFile after)
    {
        foreach (uint tag in (uint[])[0x0008_0008, 0x0008_0060, 0x0008_0070, 0x0008_103E, 0x0010_0040, 0x0010_1010, 0x0018_0015, 0x0018_0050, 0x0020_0013]) Assert.Equal(before.Text(tag), after.Text(tag));
        foreach (string word in (string[])["CT", "abdomen", "with", "contrast"]) Assert.Contains(word, after.Text(0x0008_1030), StringComparison.Ordinal);
    }

    /// <summary>text_removed: no part of an identity in any value, also within words.</summary>
    private static void TextRemoved(DicomFile before, DicomFile after)
    {
        string[] parts = [.. before.Text(0x0010_0010)!.Split('^'), before.Text(0x0010_0020)!, before.Text(0x0008_0050)!, "Eichenhain", "555-1234"];
        foreach (LocatedElement located in DatasetWalk.All(after.Dataset))
        {
            foreach (string part in parts) Assert.DoesNotContain(part, located.Element.RawValue ?? "", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>date_shifted: the old date is gone, a valid one is there, and intervals of a patient stay.</summary>
    private static void DatesMoved(DicomFile before, DicomFile after)
    {
        int[] shifts = [.. new uint[] { 0x0008_0020, 0x0008_0021, 0x0008_0022 }.Select(tag => (Day(before.Text(tag)!) - Day(after.Text(tag)!)).Days).Distinct()];
        Assert.InRange(Assert.Single(shifts), 1, 3650);
        Assert.Null(after.Text(0x0010_0030));

        static DateTime Day(string text) => DateTime.ParseExact(text, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>uid_changed and uid_consistent: by the crosswalk, also in references.</summary>
    private static void UidsChanged(DicomFile before, DicomFile after, Dictionary<string, string> uids)
    {
        foreach (uint tag in (uint[])[0x0008_0018, 0x0020_000D, 0x0020_000E, 0x0020_0052]) Assert.Equal(uids[before.Text(tag)!], after.Text(tag));
        DicomTag references = new(0x0008_1140), reference = new(0x0008_1155);
        Assert.Equal(uids[before.Dataset[references]!.Items[0].GetText(reference)!], after.Dataset[references]!.Items[0].GetText(reference));
        Assert.Equal(after.Text(0x0008_0018), after.FileMeta.GetText(DicomTag.MediaStorageSOPInstanceUID));
    }

    private static (DicomFile Before, DicomFile After) Pair(byte[] file, ProtectionRules rules) => (DicomFile.Open(file), DicomFile.Open(Protecting.Apply(file, rules)));

    private static byte[] Image(int patient, int series, int image) => new DatasetBuilder()
        .With(0x0008_0008, "CS", @"ORIGINAL\PRIMARY\AXIAL").With(0x0008_0016, "UI", Protecting.CT).With(0x0008_0018, "UI", $"1.2.3.{patient}.{series}.{image}")
        .With(0x0008_0020, "DA", "20200301").With(0x0008_0021, "DA", "20200302").With(0x0008_0022, "DA", $"2020030{2 + image}").With(0x0008_0030, "TM", "101112").With(0x0008_0050, "SH", $"ACC{patient}77")
        .With(0x0008_0060, "CS", "CT").With(0x0008_0070, "LO", "ACME").With(0x0008_0080, "LO", "Clinic Eichenhain").With(0x0008_0090, "PN", "Referrer^Ruth")
        .With(0x0008_1030, "LO", $"CT abdomen of {(patient == 1 ? "Miller" : "Weaver")} with contrast, call 555-1234").With(0x0008_103E, "LO", "axial portal venous")
        .WithSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1150, "UI", Protecting.CT).With(0x0008_1155, "UI", $"1.2.3.{patient}.{series}.{(image % 3) + 1}"))
        .With(0x0010_0010, "PN", patient == 1 ? "Miller^Jane" : "Weaver^Quentin").With(0x0010_0020, "LO", $"PAT-00{patient}").With(0x0010_0030, "DA", "19500102").With(0x0010_0040, "CS", "F").With(0x0010_1010, "AS", "070Y")
        .With(0x0018_0015, "CS", "ABDOMEN").With(0x0018_0050, "DS", "2.5").With(0x0020_000D, "UI", $"1.2.3.{patient}").With(0x0020_000E, "UI", $"1.2.3.{patient}.{series}").With(0x0020_0010, "SH", "S1").With(0x0020_0011, "IS", series).With(0x0020_0013, "IS", image)
        .With(0x0020_0052, "UI", $"1.2.4.{patient}").With(0x0028_0010, "US", 2).With(0x0028_0011, "US", 2).WithValue(0x7FE0_0010, "OW", 1, (byte)patient, (byte)series, (byte)image, 5, 6, 7, 8).ToFile();

    private Dictionary<string, string> ReadMap(string name) => File.ReadLines(_folder.Combine("map", name)).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], row => row[1]);
}
