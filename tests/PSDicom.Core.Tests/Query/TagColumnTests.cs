using PSDicom.Query;

namespace PSDicom.Core.Tests.Query;

public class TagColumnTests
{
    [Fact]
    public void Columns_are_the_distinct_names_in_normalized_spelling() => Assert.Equal(
        ["PatientID", "Modality", "(0009,1001)", "RequestAttributesSequence[*].ScheduledProcedureStepID"],
        Names("patientid", "0008,0060", "00091001", "00100020", "RequestAttributesSequence.ScheduledProcedureStepID"));

    [Fact]
    public void A_wildcard_is_its_keywords_in_the_order_of_their_tags() => Assert.Equal(["StudyID", "StudyDate", "StudyDescription"], Names("StudyID", "StudyD*"));

    [Fact]
    public void Everything_is_no_columns() => Assert.Empty(TagQuery.ParseColumns(["PatientID", "*"]).Columns);

    [Fact]
    public void A_wildcard_in_a_sequence_is_no_column()
    {
        DicomException exception = Assert.Throws<DicomException>(() => TagQuery.ParseColumns(["RequestAttributesSequence.Scheduled*"]));
        Assert.Equal(DicomErrorReason.InvalidTagPath, exception.Reason);
    }

    [Theory]
    [InlineData("PatientName")]
    [InlineData("0010,0010")]
    [InlineData("A[0].B", false)]
    [InlineData("Patient*", false)]
    [InlineData("ReferencedImageSequence[0].Rows")]
    [InlineData("", false)]
    public void A_name_is_understood_or_not(string name, bool expected = true) => Assert.Equal(expected, TagColumn.TryParse(name) is not null);

    [Theory]
    [InlineData("Rows", (ushort)5)]
    [InlineData("ReferencedImageSequence[0].Rows", (ushort)1)]
    [InlineData("ReferencedImageSequence[1].Rows", null)]
    [InlineData("ReferencedImageSequence[*].Columns", (ushort)7)]
    [InlineData("PatientName", null)]
    [InlineData("OverlayRows", (ushort)16)]
    public void A_value_is_the_same_as_the_element_s(string name, object? expected) => Assert.Equal(expected, TagColumn.TryParse(name)!.ValueIn(Dataset()));

    [Fact]
    public void Several_elements_give_all_their_values_in_order()
    {
        Assert.Equal(new object[] { (ushort)1, (ushort)2, (ushort)3 }, TagColumn.TryParse("ReferencedImageSequence.Rows")!.ValueIn(Dataset()));
        Assert.Equal(new object[] { (ushort)16, (ushort)32 }, TagColumn.TryParse("(60xx,0010)")!.ValueIn(Dataset()));
    }

    private static IEnumerable<string> Names(params string[] tags) => TagQuery.ParseColumns(tags).Columns.Select(column => column.Name);

    private static DicomDataset Dataset() => DicomFile.Open(new DatasetBuilder()
        .WithSequence(
            0x0008_1140,
            new DatasetBuilder().With(0x0028_0010, "US", 1),
            new DatasetBuilder().With(0x0028_0011, "US", 7),
            new DatasetBuilder().With(0x0028_0010, "US", 2, 3))
        .With(0x0028_0010, "US", 5)
        .With(0x6000_0010, "US", 16)
        .With(0x6002_0010, "US", 32)
        .ToFile()).Dataset;
}
