using PSDicom.Core.Tests.Volumes;
using PSDicom.Operations.Sets;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations.Sets;

/// <summary>What is wrong with several files together.</summary>
public sealed class FileSetTests : IDisposable
{
    private const uint StudyUID = 0x0020_000D;
    private const uint InstanceUID = 0x0008_0018;

    private readonly TemporaryFolder _folder = new();
    private readonly FileSet _set = new();

    public void Dispose() => _folder.Dispose();

    private string Add(string name, SliceBuilder file) => Add(name, file.ToFile());

    private string Add(string name, byte[] bytes)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes);
        AddAgain(path);
        return path;
    }

    private void AddAgain(string path) => _set.Add(SetFile.Read(DicomFile.Open(path), default)!);

    private (string? File, string Id, string? TagPath)[] Findings() =>
        [.. _set.Test().Select(finding => (Path.GetFileName(finding.FullName), finding.Id, finding.TagPath))];

    [Fact]
    public void A_series_without_faults_has_no_findings()
    {
        for (int i = 1; i <= 5; i++) Add($"{i}.dcm", Slice(i, i));
        Assert.Empty(Findings());
        Assert.Equal(5, _set.Count);
    }

    [Fact]
    public void Copies_are_information()
    {
        string first = Add("a.dcm", Slice(1, 0));
        Add("b.dcm", Slice(1, 0));
        DicomFinding finding = Assert.Single(_set.Test());
        Assert.Equal(("DuplicateFile", DicomFindingSeverity.Information, _folder.Combine("b.dcm")), (finding.Id, finding.Severity, finding.FullName));
        Assert.Equal($"It has the same SOP Instance UID and the same bytes as {first}.", finding.Message);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_no_copy()
    {
        AddAgain(Add("a.dcm", Slice(1, 0)));
        Assert.Empty(Findings());
    }

    [Fact]
    public void One_identifier_for_two_contents_is_an_error()
    {
        byte[] same = Slice(1, 0).ToFile(), changed = [.. same];
        changed[^1] = 1;
        Add("a.dcm", same);
        Add("same length.dcm", changed);
        Add("longer.dcm", Slice(1, 0).WithSize(5, 5));
        (string?, string, string?)[] expected = [("longer.dcm", "SOPInstanceUIDNotUnique", "SOPInstanceUID"), ("same length.dcm", "SOPInstanceUIDNotUnique", "SOPInstanceUID")];
        Assert.Equal(expected, Findings());
    }

    [Fact]
    public void One_identifier_for_two_classes_is_told()
    {
        string first = Add("ct.dcm", Slice(1, 0).With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2"));
        Add("mr.dcm", Slice(1, 0).With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.4"));
        Assert.Equal($"It has the same SOP Instance UID as {first}, but other bytes and another SOP class.", Assert.Single(_set.Test()).Message);
    }

    [Theory]
    [InlineData(SeriesUID, "1.2", "SeriesInstanceUID", "Its Series Instance UID is the Study Instance UID of {0}.")]
    [InlineData(StudyUID, "1.2.3.4.1", "StudyInstanceUID", "Its Study Instance UID is the SOP Instance UID of {0}.")]
    [InlineData(InstanceUID, "1.2.3", "SOPInstanceUID", "Its SOP Instance UID is the Series Instance UID of {0}.")]
    public void An_identifier_is_not_used_for_two_kinds(uint tag, string uid, string path, string message)
    {
        string first = Add("1.dcm", Slice(1, 0));
        SliceBuilder other = Slice(2, 1).With(StudyUID, "UI", "1.9").With(SeriesUID, "UI", "1.9.3");
        Add("2.dcm", other.With(tag, "UI", uid));
        DicomFinding finding = Assert.Single(_set.Test());
        Assert.Equal(("UIDOfOtherKind", DicomFindingSeverity.Error, path), (finding.Id, finding.Severity, finding.TagPath));
        Assert.Equal(string.Format(null, message, first), finding.Message);
    }

    [Fact]
    public void A_mix_up_of_kinds_is_told_once()
    {
        Add("0.dcm", Slice(9, 0));
        for (int i = 1; i <= 3; i++) Add($"{i}.dcm", Slice(i, i).With(StudyUID, "UI", "1.9").With(SeriesUID, "UI", "1.2"));
        Assert.Equal([("1.dcm", "UIDOfOtherKind", (string?)"SeriesInstanceUID")], Findings());
    }

    [Fact]
    public void A_series_belongs_to_one_study()
    {
        Add("1.dcm", Slice(1, 0));
        for (int i = 2; i <= 3; i++) Add($"{i}.dcm", Slice(i, i - 1).With(StudyUID, "UI", "1.9"));
        Assert.Equal([("2.dcm", "SeriesInSeveralStudies", (string?)"SeriesInstanceUID")], Findings());
    }

    [Theory]
    [InlineData(0x0010_0020, "LO", "PatientIDDiffers", "PatientID")]
    [InlineData(0x0010_0010, "PN", "PatientAttributeDiffers", "PatientName")]
    [InlineData(0x0010_0030, "DA", "PatientAttributeDiffers", "PatientBirthDate")]
    [InlineData(0x0008_0020, "DA", "StudyAttributeDiffers", "StudyDate")]
    [InlineData(0x0008_0090, "PN", "StudyAttributeDiffers", "ReferringPhysicianName")]
    [InlineData(0x0008_0060, "CS", "SeriesAttributeDiffers", "Modality")]
    [InlineData(0x0020_0011, "IS", "SeriesAttributeDiffers", "SeriesNumber")]
    public void Values_that_differ_are_told_without_the_values(uint tag, string vr, string id, string path)
    {
        string first = Add("1.dcm", Slice(1, 0).With(tag, vr, "20240101"));
        for (int i = 2; i <= 3; i++) Add($"{i}.dcm", Slice(i, i - 1).With(tag, vr, "20240202"));
        Add("4.dcm", Slice(4, 3).Without(tag));
        DicomFinding finding = Assert.Single(_set.Test(), finding => finding.Id == id);
        Assert.Equal((_folder.Combine("2.dcm"), path, null), (finding.FullName, finding.TagPath, finding.Value));
        Assert.Contains($" is not the same as in {first}, of the same ", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(": 1 file like that one, 2 files otherwise.", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2024", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_makes_no_difference()
    {
        Add("1.dcm", Slice(1, 0).With(0x0010_0010, "PN", "Doe^Jane").With(0x0010_0020, "LO", "P1"));
        Add("2.dcm", Slice(2, 1).With(0x0010_0010, "PN", "Doe^Jane^^ ").With(0x0010_0020, "LO", " P1 "));
        Assert.Empty(Findings());
    }

    [Fact]
    public void Missing_slices_are_counted()
    {
        foreach (int i in (int[])[1, 2, 3, 5, 6, 9, 10]) Add($"{i}.dcm", Slice(i, i));
        DicomFinding finding = Assert.Single(_set.Test());
        Assert.Equal(("SlicesMissing", DicomFindingSeverity.Warning, _folder.Combine("1.dcm")), (finding.Id, finding.Severity, finding.FullName));
        Assert.Equal("The series of this file, with 7 files, misses 3 slices between others.", finding.Message);
    }

    [Fact]
    public void Copies_do_not_hide_missing_slices()
    {
        foreach (int i in (int[])[1, 2, 3, 5]) Add($"{i}.dcm", Slice(i, i));
        foreach (int i in (int[])[1, 2, 3, 5]) Add($"{i} copy.dcm", Slice(i, i));
        Assert.Equal(4, Findings().Count(finding => finding.Id == "DuplicateFile"));
        Assert.Equal(1, Findings().Count(finding => finding.Id == "SlicesMissing"));
    }

    [Fact]
    public void Slices_at_uneven_places_are_information()
    {
        foreach (double z in (double[])[0, 1, 2.4, 3, 4.7]) Add($"{z}.dcm", Slice((int)(z * 10) + 1, z));
        Assert.Equal([("0.dcm", "SeriesIrregular", (string?)"SeriesInstanceUID")], Findings());
    }

    [Fact]
    public void Files_without_identifiers_or_images_are_no_trouble()
    {
        Add("1.dcm", Image(1).Without(InstanceUID).Without(StudyUID).Without(SeriesUID));
        Add("2.dcm", Image(1).Without(InstanceUID).Without(StudyUID).Without(SeriesUID));
        Add("3.dcm", ValidObjects.Of("SR").ToFile());
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_DICOMDIR_is_no_object_of_a_set()
    {
        byte[] meta = new DatasetBuilder().With(0x0002_0002, "UI", "1.2.840.10008.1.3.10").With(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian).ToBytes();
        string path = _folder.Combine("DICOMDIR");
        File.WriteAllBytes(path, [.. DatasetBuilder.Preamble(), .. meta, .. new DatasetBuilder().With(0x0004_1130, "CS", "SET").ToBytes()]);
        Assert.Null(SetFile.Read(DicomFile.Open(path), default));
    }

    [Fact]
    public void A_set_can_be_stopped()
    {
        Add("a.dcm", Slice(1, 0));
        Add("b.dcm", Slice(1, 0));
        Assert.Throws<OperationCanceledException>(() => _set.Test(new CancellationToken(canceled: true)).ToList());
    }

    [Fact]
    public void A_file_is_tested_and_taken_into_the_set_with_one_reading()
    {
        foreach (string name in (string[])["a.dcm", "b.dcm"])
        {
            File.WriteAllBytes(_folder.Combine(name), Slice(1, 0).ToFile());
            DicomTestResult result = SetTester.Test(_folder.Combine(name), DicomTestOptions.Default, default, out SetFile? file);
            Assert.Equal(_folder.Combine(name), result.FullName);
            _set.Add(file!);
        }

        Assert.Equal([("b.dcm", "DuplicateFile", (string?)"SOPInstanceUID")], Findings());
        File.WriteAllBytes(_folder.Combine("c.txt"), [1, 2, 3]);
        Assert.False(SetTester.Test(_folder.Combine("c.txt"), DicomTestOptions.Default, default, out SetFile? none).IsValid);
        Assert.Null(none);
    }
}
