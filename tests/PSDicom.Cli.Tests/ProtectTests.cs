using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary><c>psdicom protect</c> and <c>psdicom identity</c>.</summary>
public sealed class ProtectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    private string Key => _folder.Combine("secret.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Copies_are_printed_and_named_by_new_values()
    {
        string path = Write("in/Doe.dcm", "CT");
        Psdicom.Outcome outcome = Psdicom.Run("protect", "--recurse", _folder.Combine("in"), "-o", Out, "--key-path", Key, "--quiet");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string copy = Assert.Single(outcome.Lines);
        DicomDataset dataset = DicomFile.Open(copy).GetDataset();
        Assert.Equal(Path.Combine(Out, dataset.GetText(DicomTag.StudyInstanceUID)!, dataset.GetText(DicomTag.SeriesInstanceUID)!, dataset.GetText(DicomTag.SOPInstanceUID)! + ".dcm"), copy);
        Assert.Equal("Doe^Jane", DicomFile.Open(path).GetDataset()["PatientName"]!.RawValue);
        byte[] first = File.ReadAllBytes(copy);
        Assert.Equal(0, Psdicom.Run("protect", path, "-o", Out, "--key-path", Key, "--force").ExitCode);
        Assert.Equal(first, File.ReadAllBytes(copy));
        outcome = Psdicom.Run("protect", path, "-o", Out, "--key-path", Key);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("exists", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        outcome = Psdicom.Run("protect", path, "-o", Out, "--key-path", Key, "--skip-existing", "--quiet");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void Json_has_what_happened()
    {
        string path = Write("in/Doe.dcm", "CT");
        JsonElement copy = Assert.Single(Psdicom.Run("protect", path, "-o", Out, "--json").Objects);
        Assert.Equal(path, Text(copy, "source"));
        Assert.True(File.Exists(Text(copy, "path")));
        Assert.Matches("^[0-9A-Z]{16}$", Text(copy, "patientID"));
        Assert.StartsWith("2.25.", Text(copy, "sopInstanceUID"), StringComparison.Ordinal);
        foreach (string count in (string[])["removed", "replaced", "newUids", "kept", "length"]) Assert.InRange(copy.GetProperty(count).GetInt64(), 1, int.MaxValue);
        Assert.Equal((0, 0), (copy.GetProperty("movedDates").GetInt32(), copy.GetProperty("cleaned").GetInt32()));
        Assert.Equal(["AcquisitionProtocolName"], copy.GetProperty("unlistedText").EnumerateArray().Select(name => name.GetString()));
        Assert.False(copy.GetProperty("unlistedTextKept").GetBoolean());
        Assert.False(copy.GetProperty("reproducible").GetBoolean());
    }

    [Theory]
    [InlineData("--report", "secret.key", "--key-path", "secret.key")]
    [InlineData("--report", "in/Doe.dcm")]
    [InlineData("--report", "text.dcm")]
    [InlineData("--report", "patients.csv", "--patient-map", "patients.csv")]
    [InlineData("--report", "rules.csv", "--rule-file", "rules.csv")]
    [InlineData("--report", "devices.csv", "--region-table", "devices.csv")]
    [InlineData("--report", "list.txt", "--files-from", "list.txt")]
    [InlineData("--save-map", ".", "--patient-map", "patients.csv")]
    [InlineData("--contact-sheet", "secret.key", "--key-path", "secret.key")]
    [InlineData("--contact-sheet", "text.dcm")]
    [InlineData("--contact-sheet", "list.txt", "--files-from", "list.txt")]
    public void A_file_of_the_whole_run_replaces_no_input(string option, string target, params string[] inputs)
    {
        Write("in/Doe.dcm", "CT");
        File.WriteAllText(Key, "0123456789abcdef0123456789abcdef");
        File.WriteAllText(_folder.Combine("text.dcm"), "no DICOM");
        File.WriteAllText(_folder.Combine("patients.csv"), "PatientID,NewPatientID\n4711,A1\n");
        File.WriteAllText(_folder.Combine("rules.csv"), "Rule,Name,Value\nRetain,Uids,\n");
        File.WriteAllText(_folder.Combine("devices.csv"), "Name,Modality,Manufacturer,Model,Rows,Columns,Other,Boxes\n");
        File.WriteAllText(_folder.Combine("list.txt"), "in/Doe.dcm\n");
        string path = Path.GetFullPath(_folder.Combine(target == "." ? "patients.csv" : target));
        byte[] before = File.ReadAllBytes(path);
        string[] place = option == "--contact-sheet" ? ["--review"] : ["-o", Out];
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["protect", "in/Doe.dcm", "text.dcm", "--force", .. place, option, target, .. inputs]);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("which is never replaced", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.False(Directory.Exists(Out));
        Assert.Empty(Directory.GetFiles(_folder.Path, ".~*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Options_keep_clean_set_and_remove()
    {
        string path = Write("in/Doe.dcm", "CT");
        DicomDataset copy = Protected(path, "--retain", "InstitutionIdentity", "--retain", "ModifiedDates", "--clean", "Descriptors", "--keep-unlisted", "--remove-tag", "Modality", "--keep-tag", "PatientAge", "--set-tag", "ClinicalTrialProtocolID=T-12", "--set-tag", "StationName=");
        Assert.Equal(["Hospital", "Head of", "Routine", null, "040Y", "T-12", null, "NO"], new[] { "InstitutionName", "StudyDescription", "AcquisitionProtocolName", "Modality", "PatientAge", "ClinicalTrialProtocolID", "StationName", "PatientIdentityRemoved" }.Select(name => copy[name]?.RawValue));
        Assert.NotEqual("20200301", copy["StudyDate"]!.RawValue);
        string rules = _folder.Combine("policy.csv");
        File.WriteAllText(rules, "Rule,Name,Value\nRetain,InstitutionIdentity\nSetTag,ClinicalTrialProtocolID,T-13\n");
        copy = Protected(path, "--rule-file", rules, "--retain", "FullDates", "--name-template", "{PatientID}");
        Assert.Equal(["Hospital", "T-13", "20200301"], new[] { "InstitutionName", "ClinicalTrialProtocolID", "StudyDate" }.Select(name => copy[name]?.RawValue));
    }

    [Fact]
    public void Patients_are_mapped_and_the_way_back_and_a_record_are_saved()
    {
        string path = Write("in/Doe.dcm", "CT"), risky = Write("in/Doe2.dcm", "US"), map = _folder.Combine("map.csv"), saved = _folder.Combine("saved"), report = _folder.Combine("report.csv");
        File.WriteAllText(map, "PatientID;NewPatientID\nHU-4711;P-1\n");
        Psdicom.Outcome outcome = Psdicom.Run("protect", path, risky, "-o", Out, "--patient-map", map, "--save-map", saved, "--report", report);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("P-1", DicomFile.Open(Assert.Single(outcome.Lines)).GetDataset()["PatientID"]!.RawValue);
        Assert.Equal("id_old,id_new\r\nHU-4711,P-1\r\n", File.ReadAllText(Path.Combine(saved, "patients.csv")));
        Assert.Contains("1.2.5.1,2.25.", File.ReadAllText(Path.Combine(saved, "uids.csv")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(saved, "uids.csv")));
        string record = File.ReadAllText(report);
        Assert.Contains(",Written,,P-1,2.25.", record, StringComparison.Ordinal);
        Assert.Contains(",Refused,BurnedInPossible,", record, StringComparison.Ordinal);
        foreach (string word in (string[])["Doe", "4711", "Hospital", "20200301", "1.2.5.1"]) Assert.DoesNotContain(word, record, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_files_are_errors_and_a_rehearsal_tells_them()
    {
        string path = Write("in/Doe.dcm", "CT"), risky = Write("in/echo.dcm", "US");
        Psdicom.Outcome outcome = Psdicom.Run("protect", path, risky, "-o", Out, "--what-if", "--key-path", Key);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Lines);
        Assert.Contains("--allow-burned-in", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
        outcome = Psdicom.Run("protect", risky, "-o", Out, "--allow-burned-in");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("warning: The image may have text in its pixels", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", Psdicom.Run("protect", risky, "-o", Out, "--allow-burned-in", "--quiet").Error);
    }

    [Theory]
    [InlineData("--skip-existing")]
    [InlineData("--retain", "FullDates", "--retain", "ModifiedDates")]
    [InlineData("--retain", "Everything")]
    [InlineData("--clean", "Faces")]
    [InlineData("--key-path", "no such key")]
    [InlineData("--patient-map", "no such map.csv")]
    [InlineData("--rule-file", "no such policy.csv")]
    [InlineData("--keep-tag", "NoSuchTag")]
    [InlineData("--set-tag", "SOPInstanceUID=1.2")]
    [InlineData("--set-tag", "PatientID")]
    [InlineData("--name-template", "{BaseName}")]
    [InlineData("--name-template", "{Folder}/{SOPInstanceUID}")]
    [InlineData("--force", "--skip-existing", "--key-path", "x")]
    public void A_wrong_call_is_told_and_nothing_is_written(params string[] arguments)
    {
        string path = Write("in/Doe.dcm", "CT");
        Assert.Equal(2, Psdicom.Run(["protect", path, "-o", Out, .. arguments]).ExitCode);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void The_destination_is_outside_of_what_is_searched()
    {
        Write("in/Doe.dcm", "CT");
        Psdicom.Outcome outcome = Psdicom.Run("protect", "--recurse", _folder.Combine("in"), "-o", _folder.Combine("in", "out"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", _folder.Combine("in", "Doe.dcm")).ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", _folder.Combine("in", "Doe.dcm"), "-o", Out, "--save-map", Path.Combine(Out, "map")).ExitCode);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Identity_finds_what_is_left()
    {
        string path = Write("in/Doe.dcm", "CT");
        Assert.Equal(0, Psdicom.Run("protect", path, "-o", Out, "--key-path", Key).ExitCode);
        Psdicom.Outcome outcome = Psdicom.Run("identity", "--recurse", Out, "--reference", _folder.Combine("in"));
        Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
        string leak = _folder.Combine("out", "leak.dcm");
        File.WriteAllBytes(leak, new DatasetBuilder().With(0x00081030, "LO", "of HU-4711").ToFile());
        outcome = Psdicom.Run("identity", leak, "--reference", path, "--json");
        Assert.Equal(1, outcome.ExitCode);
        JsonElement result = Assert.Single(outcome.Objects);
        Assert.Equal((leak, path, false), (Text(result, "path"), Text(result, "reference"), result.GetProperty("clean").GetBoolean()));
        JsonElement found = Assert.Single(result.GetProperty("found").EnumerateArray(), one => Text(one, "kind") == "Identifier");
        Assert.Equal(("PatientID", path, "Element", "StudyDescription"), (Text(found, "referenceTag"), Text(found, "reference"), Text(found, "place"), Text(found, "tagPath")));
        Assert.DoesNotContain("4711", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"{leak}: Identifier of PatientID in StudyDescription at ", Psdicom.Run("identity", leak, "--reference", path).Output, StringComparison.Ordinal);
        Assert.Equal(1, Psdicom.Run("identity", leak, "--reference", path, "--retain", "Uids", "--clean", "Descriptors", "--character-set", "ISO_IR 100").ExitCode);
        Assert.Equal(2, Psdicom.Run("identity", leak).ExitCode);
        Assert.Equal(2, Psdicom.Run("identity", leak, "--reference", "no such file").ExitCode);
        Assert.Equal(2, Psdicom.Run("identity", leak, "--reference", path, "--retain", "Everything").ExitCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private DicomDataset Protected(string path, params string[] arguments)
    {
        Psdicom.Outcome outcome = Psdicom.Run(["protect", path, "-o", Out, "--quiet", .. arguments]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return DicomFile.Open(Assert.Single(outcome.Lines)).GetDataset();
    }

    private string Write(string name, string modality)
    {
        File.WriteAllText(Key, "a secret that is used by tests\n");
        string path = _folder.Combine(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new DatasetBuilder().With(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x00080018, "UI", "1.2.5.1").With(0x00080020, "DA", "20200301").With(0x00080060, "CS", modality)
            .With(0x00080080, "LO", "Hospital").With(0x00081010, "SH", "CT1").With(0x00081030, "LO", "Head of Doe").With(0x00100010, "PN", "Doe^Jane").With(0x00100020, "LO", "HU-4711").With(0x00101010, "AS", "040Y")
            .With(0x00189423, "LO", "Routine").With(0x0020000D, "UI", "1.2.3").With(0x0020000E, "UI", "1.2.4").WithValue(0x7FE00010, "OW", 1, 2).ToFile());
        return path;
    }
}
