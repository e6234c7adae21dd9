using PSDicom.Core.Tests.Deidentification;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Protection;

public sealed class FileProtectionQueueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Copies_are_named_by_their_new_values()
    {
        string source = Add("Doe.dcm", "4711");
        (ProtectedFile? copy, _) = Run(source, new ProtectionRules(Protecting.Key), "{PatientID}/{SOPInstanceUID}");
        Assert.Equal(_folder.Combine("out", copy!.PatientID!, copy.SOPInstanceUID + ".dcm"), copy.FullName);
        Assert.DoesNotContain("4711", copy.FullName);
        Assert.True(copy.IsReproducible);
        Assert.True(File.Exists(copy.FullName));
        Assert.Equal(new FileInfo(copy.FullName).Length, copy.Length);
        Assert.Equal("Doe^Jane", DicomFile.Open(source).Text(0x0010_0010));
        (copy, _) = Run(source, new ProtectionRules(), null);
        Assert.False(copy!.IsReproducible);
        Assert.StartsWith(_folder.Combine("out", "2.25."), copy.FullName);
    }

    [Theory]
    [InlineData("{BaseName}")]
    [InlineData("{Folder}/x")]
    [InlineData("{SOPInstanceUID}_{Frame}")]
    [InlineData("{MediaStorageSOPInstanceUID}")]
    [InlineData("{RequestAttributesSequence[0].StudyInstanceUID}")]
    public void Names_are_not_of_the_source(string template)
    {
        string source = Add("Doe.dcm", "4711");
        Assert.Throws<ArgumentException>(() => Run(source, new ProtectionRules(), template));
    }

    [Fact]
    public void Two_copies_with_one_name_are_an_error_and_existing_ones_stay()
    {
        string source = Add("a.dcm", "4711"), other = Add("b.dcm", "4711");
        using FileProtectionQueue<string> queue = Queue(new ProtectionRules(Protecting.Key), null);
        Assert.Null(queue.TryAdd(source, source));
        Assert.Null(queue.TryAdd(other, other));
        Assert.NotNull(queue.TryAdd(source, source));
        var errors = new List<Exception>();
        while (queue.HasMore)
        {
            if (queue.Take().Error is { } error) errors.Add(error);
        }

        Assert.Equal(DicomErrorReason.TargetNotUnique, Assert.IsType<DicomException>(Assert.Single(errors)).Reason);
        (ProtectedFile? again, Exception? exists) = Run(source, new ProtectionRules(Protecting.Key), null);
        Assert.Null(again);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(exists).Reason);
        Assert.True(queue.IsDestinationIn(_folder.Path));
        Assert.False(queue.IsDestinationIn(_folder.Combine("in")));
    }

    [Fact]
    public void A_policy_is_a_table_of_rules()
    {
        string path = _folder.Combine("policy.csv");
        File.WriteAllText(path, "Rule,Name,Value\nRetain,ModifiedDates\nRetain,Uids\nClean,Descriptors\nKeepTag,InstitutionName\nRemoveTag,Slice*\nSetTag,ClinicalTrialProtocolID,\"T,12\"\nKeepUnlisted,true\nAllowBurnedIn,false\n");
        var policy = new ProtectionPolicy();
        policy.AddTable(path);
        Assert.Equal(Retention.ModifiedDates | Retention.Uids, policy.Retained);
        Assert.Equal(Cleaning.Descriptors, policy.Cleaned);
        Assert.True(policy.KeepsUnlisted);
        Assert.False(policy.AllowsBurnedIn);
        Assert.Equal("T,12", Protecting.Read(Protecting.Start(), policy.ToRules(null, null, null)).Text(0x0012_0020));
        foreach (string wrong in (string[])["Rule,Name\nKeep,x", "Rule,Name\nRetain,Nothing", "Rule,Name\nKeepUnlisted,perhaps", "Rule,Name\nRetain", "Tag,Value\n"])
        {
            File.WriteAllText(path, wrong);
            Assert.Throws<ArgumentException>(() => new ProtectionPolicy().AddTable(path));
        }
    }

    [Fact]
    public void A_crosswalk_leads_back_and_can_be_read_as_a_map()
    {
        string source = Add("a.dcm", "4,711");
        var crosswalk = new Crosswalk(_folder.Combine("map"), replaces: false);
        (ProtectedFile? copy, _) = Run(source, new ProtectionRules(Protecting.Key) { Noted = crosswalk.Note }, null);
        crosswalk.Save();
        string patients = _folder.Combine("map", "patients.csv");
        Assert.Equal(copy!.PatientID, PatientMap.Read(patients)["4,711"]);
        Assert.Contains("1.2.3.4," + copy.SOPInstanceUID, File.ReadAllText(_folder.Combine("map", "uids.csv")));
        Assert.Throws<DicomException>(() => new Crosswalk(_folder.Combine("map"), replaces: false));
        new Crosswalk(_folder.Combine("map"), replaces: true).Save();
    }

    [Theory]
    [InlineData("")]
    [InlineData("PatientID,Name\n1,2")]
    [InlineData("PatientID,NewPatientID\n1,")]
    [InlineData("PatientID,NewPatientID\n1,a^b")]
    [InlineData("PatientID,NewPatientID\n1,A\n1,B")]
    public void A_wrong_map_of_patients_is_an_error(string table)
    {
        string path = _folder.Combine("patients.csv");
        File.WriteAllText(path, table);
        Assert.Throws<ArgumentException>(() => PatientMap.Read(path));
    }

    [Fact]
    public void A_key_file_is_its_bytes_without_the_line_end()
    {
        string path = _folder.Combine("key");
        File.WriteAllText(path, "0123456789abcdef\r\n");
        Assert.Equal("0123456789abcdef"u8.ToArray(), KeyFile.Read(path));
    }

    private string Add(string name, string patient)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, Protecting.Start().With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", patient).With(0x0020_000D, "UI", "1.2.3").With(0x0020_000E, "UI", "1.2.3.1").ToFile());
        return path;
    }

    private FileProtectionQueue<string> Queue(ProtectionRules rules, string? template) => new(
        new FileProtectionOptions { Destination = _folder.Combine("out"), Rules = rules, Names = template is null ? null : NameTemplate.Parse(template) }, 2, default);

    private (ProtectedFile? Copy, Exception? Error) Run(string path, ProtectionRules rules, string? template)
    {
        using FileProtectionQueue<string> queue = Queue(rules, template);
        queue.TryAdd(path, path);
        ProtectedFile? copy = null;
        Exception? error = null;
        while (queue.HasMore)
        {
            WriteResult<string, ProtectionTarget, ProtectedFile> result = queue.Take();
            copy ??= result.Written;
            error ??= result.Error;
        }

        return (copy, error);
    }
}
