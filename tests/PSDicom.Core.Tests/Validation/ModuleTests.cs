using PSDicom.Validation;

namespace PSDicom.Core.Tests.Validation;

/// <summary>The attributes that SOP classes require.</summary>
public sealed class ModuleTests
{
    public static TheoryData<string> Objects => [.. ValidObjects.Names];

    private static IReadOnlyList<DicomFinding> Test(byte[] bytes) => FileTester.Test(bytes, new DicomTestOptions { Levels = [DicomTestLevel.Module] }).GetFindings();

    private static IEnumerable<(string Id, string? TagPath)> Kinds(ObjectBuilder builder) => Test(builder.ToFile()).Select(finding => (finding.Id, finding.TagPath));

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_valid_object_has_no_findings(string name)
    {
        Assert.Equal([], Test(ValidObjects.Of(name).ToFile()).Select(finding => finding.Message));
    }

    [Theory]
    [InlineData(0x0020_000D, "StudyInstanceUID")]
    [InlineData(0x0020_000E, "SeriesInstanceUID")]
    [InlineData(0x0008_0018, "SOPInstanceUID")]
    public void A_missing_identifier_is_reported_once(uint tag, string path)
    {
        Assert.Equal([(path + "Missing", (string?)path)], Kinds(ValidObjects.Of("CT").Without(tag)));
        Assert.Equal([(path + "Missing", (string?)path)], Kinds(ValidObjects.Of("CT").WithEmpty(tag, "UI")));
    }

    [Theory]
    [InlineData(0x0028_0004, "PhotometricInterpretation", "PixelFormatIncomplete")]
    [InlineData(0x0028_0103, "PixelRepresentation", "PixelFormatIncomplete")]
    [InlineData(ValidObjects.PixelData, null, "PixelDataMissing")]
    public void What_shows_an_image_is_reported_once(uint tag, string? path, string id) =>
        Assert.Equal([(id, path)], Kinds(ValidObjects.Of("CR").Without(tag)));

    [Fact]
    public void An_image_elsewhere_needs_its_format() =>
        Assert.Equal([("Type1Missing", (string?)"BitsStored")], Kinds(ValidObjects.Of("CR").Without(ValidObjects.PixelData, 0x0028_0101).With(0x0028_7FE0, "UR", "http://pacs/1")));

    [Fact]
    public void Type_1_must_have_a_value()
    {
        Assert.Equal([("Type1Missing", (string?)"RescaleSlope")], Kinds(ValidObjects.Of("CT").Without(0x0028_1053)));
        Assert.Equal([("Type1Empty", (string?)"RescaleSlope")], Kinds(ValidObjects.Of("CT").WithEmpty(0x0028_1053, "DS")));
        Assert.Equal([("Type1Empty", (string?)"RescaleSlope")], Kinds(ValidObjects.Of("CT").With(0x0028_1053, "DS", "  ")));
    }

    [Fact]
    public void Type_2_may_be_empty()
    {
        DicomFinding finding = Assert.Single(Test(ValidObjects.Of("SR").Without(0x0010_0030).ToFile()));
        Assert.Equal(("Type2Missing", DicomFindingSeverity.Warning, "PatientBirthDate"), (finding.Id, finding.Severity, finding.TagPath));
        Assert.Equal("Patient's Birth Date (0010,0030) is missing. In objects of the kind Basic Text SR, the module Patient requires it, though it may be empty.", finding.Message);
    }

    [Theory]
    [InlineData("US", 0x0028_0006, "PlanarConfiguration", "PixelFormatIncomplete")]
    [InlineData("CT", 0x0018_5100, "PatientPosition", "ConditionalMissing")]
    [InlineData("MR", 0x0018_0080, "RepetitionTime", "ConditionalMissing")]
    [InlineData("RTDOSE", 0x3004_000C, "GridFrameOffsetVector", "ConditionalMissing")]
    [InlineData("RTDOSE", 0x3004_000E, "DoseGridScaling", "ConditionalMissing")]
    [InlineData("DX", 0x0028_1051, "WindowWidth", "ConditionalMissing")]
    [InlineData("NM", 0x0054_0010, "EnergyWindowVector", "ConditionalMissing")]
    [InlineData("SCMultiFrame", 0x0028_1054, "RescaleType", "ConditionalMissing")]
    [InlineData("PR", 0x2050_0020, "PresentationLUTSequence", "ConditionalMissing")]
    public void A_condition_of_the_same_object_is_judged(string name, uint tag, string path, string id) =>
        Assert.Contains((id, (string?)path), Kinds(ValidObjects.Of(name).Without(tag)));

    [Fact]
    public void A_condition_that_is_not_true_requires_nothing()
    {
        Assert.Empty(Kinds(ValidObjects.Of("MR").With(0x0018_0020, "CS", "EP").Without(0x0018_0080)));
        Assert.Empty(Kinds(ValidObjects.Of("RTPLAN")));
        Assert.Equal([("ConditionalMissing", (string?)"ReferencedStructureSetSequence")], Kinds(ValidObjects.Of("RTPLAN").With(0x300A_000C, "CS", "PATIENT")));
    }

    [Fact]
    public void The_message_tells_the_condition()
    {
        DicomFinding finding = Assert.Single(Test(ValidObjects.Of("MR").With(0x0018_0020, "CS", "IR").ToFile()));
        Assert.Equal("Inversion Time (0018,0082) is missing. In objects of the kind MR Image, the module MR Image requires it, though it may be empty, because ScanningSequence is IR.", finding.Message);
    }

    [Fact]
    public void An_optional_module_counts_if_one_of_its_own_attributes_is_there()
    {
        Assert.Empty(Kinds(ValidObjects.Of("CT").With(0x0012_0062, "CS", "NO")));
        Assert.Equal(
            [("Type1Missing", (string?)"ClinicalTrialProtocolID"), ("Type2Missing", "ClinicalTrialProtocolName"), ("Type2Missing", "ClinicalTrialSiteID"), ("Type2Missing", "ClinicalTrialSiteName"), ("ConditionalMissing", "ClinicalTrialSubjectID"), ("ConditionalMissing", "ClinicalTrialSubjectReadingID")],
            Kinds(ValidObjects.Of("CT").With(0x0012_0010, "LO", "Sponsor")).OrderBy(kind => kind.Id == "ConditionalMissing").ThenBy(kind => kind.Id).ThenBy(kind => kind.TagPath));
    }

    [Fact]
    public void Each_overlay_is_tested()
    {
        ObjectBuilder Overlay(uint group, ObjectBuilder builder) => builder
            .With(group + 0x10, "US", 4)
            .With(group + 0x11, "US", 4)
            .With(group + 0x40, "CS", "G")
            .With(group + 0x50, "SS", 1, 1)
            .With(group + 0x100, "US", 1)
            .With(group + 0x102, "US", 0)
            .WithBytes(group + 0x3000, "OW", 0, 0);
        ObjectBuilder both = Overlay(0x6002_0000, Overlay(0x6000_0000, ValidObjects.Of("CR")));
        Assert.Empty(Kinds(both));
        Assert.Equal([("Type1Missing", (string?)"(6002,0050)")], Kinds(both.Without(0x6002_0050)));
    }

    [Fact]
    public void Attributes_in_functional_groups_count()
    {
        ObjectBuilder secondary = ValidObjects.Of("EnhancedCT").Without(0x2050_0020);
        Assert.Equal([("Type1Missing", (string?)"PresentationLUTShape")], Kinds(secondary));
        secondary.WithSequence(0x5200_9229, new DatasetBuilder().WithSequence(0x0028_9110, new DatasetBuilder().With(0x2050_0020, "CS", "IDENTITY")));
        Assert.Empty(Kinds(secondary));
    }

    [Fact]
    public void Frames_of_a_full_grid_need_no_functional_groups_of_their_own()
    {
        Assert.Equal([("ConditionalMissing", (string?)"PerFrameFunctionalGroupsSequence")], Kinds(ValidObjects.Of("SEG").Without(0x5200_9230)));
        Assert.Empty(Kinds(ValidObjects.Of("SEG").Without(0x5200_9230, 0x0020_9222).With(0x0020_9311, "CS", "TILED_FULL")));
    }

    [Fact]
    public void A_secondary_capture_needs_no_modality()
    {
        Assert.Empty(Kinds(ValidObjects.Of("SC").Without(0x0008_0060)));
        Assert.Equal([("Type1Missing", (string?)"Modality")], Kinds(ValidObjects.Of("CR").Without(0x0008_0060)));
    }

    [Theory]
    [InlineData("1.2.840.10008.1.1", "The attributes of the SOP class Verification SOP Class are not known; which must be there was not tested.")]
    [InlineData("1.2.3.4", "The attributes of the SOP class '1.2.3.4' are not known; which must be there was not tested.")]
    [InlineData("Doe^Jane", "The attributes of the SOP class not a unique identifier are not known; which must be there was not tested.")]
    public void An_unknown_class_is_information(string sopClass, string message)
    {
        DicomFinding finding = Assert.Single(Test(ValidObjects.Of("CT").With(0x0008_0016, "UI", sopClass).ToFile()), finding => finding.Id == "UnknownSOPClass");
        Assert.Equal((DicomFindingSeverity.Information, message), (finding.Severity, finding.Message));
    }

    [Fact]
    public void Without_class_the_one_of_the_file_meta_information_counts()
    {
        Assert.Equal([("SOPClassUIDMissing", (string?)"SOPClassUID"), ("Type2Missing", "PatientSex")], Kinds(ValidObjects.Of("CT").Without(0x0008_0016, 0x0010_0040)));
        byte[] bare = new DatasetBuilder().With(0x0008_0060, "CS", "CT").With(0x0010_0020, "LO", "P1").ToBytes();
        Assert.Single(Test(bare), finding => finding.Id == "UnknownSOPClass");
    }

    [Fact]
    public void References_and_codes_are_whole()
    {
        ObjectBuilder image = ValidObjects.Of("CT")
            .WithSequence(0x0008_1140, new DatasetBuilder().With(0x0008_1150, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x0008_1155, "UI", "1.2.3"))
            .WithSequence(0x0008_1032, new DatasetBuilder().With(0x0008_0100, "SH", "1").With(0x0008_0102, "SH", "99X").With(0x0008_0104, "LO", "Head"));
        Assert.Empty(Kinds(image));
        image.WithSequence(0x0008_1140, new DatasetBuilder(), new DatasetBuilder().With(0x0008_1150, "UI", "1.2.840.10008.5.1.4.1.1.2").WithEmpty(0x0008_1155, "UI"))
            .WithSequence(0x0040_0275, new DatasetBuilder().WithSequence(0x0040_0008, new DatasetBuilder().With(0x0008_0100, "SH", "1").With(0x0008_0102, "SH", "99X")));
        Assert.Equal(
            [
                ("Type1Missing", (string?)"ReferencedImageSequence[0].ReferencedSOPClassUID"),
                ("Type1Missing", "ReferencedImageSequence[0].ReferencedSOPInstanceUID"),
                ("Type1Empty", "ReferencedImageSequence[1].ReferencedSOPInstanceUID"),
                ("Type1Missing", "RequestAttributesSequence[0].ScheduledProtocolCodeSequence[0].CodeMeaning"),
            ],
            Kinds(image));
    }
}
