namespace PSDicom.Core.Tests.Data;

/// <summary>The typed values of a data set by tag.</summary>
public class DatasetValueTests
{
    private static readonly DicomTag Tag = new(0x0009_1001);

    [Theory]
    [InlineData("DS", "1.5\\-2,5 \\\\x", new[] { "1.5", "-2,5", "", "x" }, new[] { 1.5, -2.5, double.NaN, double.NaN })]
    [InlineData("IS", " 12 ", new[] { "12" }, new[] { 12.0 })]
    [InlineData("DS", "1e999\\1", new[] { "1e999", "1" }, new[] { double.NaN, 1.0 })]
    [InlineData("LT", "1\\2", new[] { "1\\2" }, new[] { 1.0, 2.0 })]
    [InlineData("LO", "", new string[0], new double[0])]
    public void Text_is_split_where_backslashes_separate_values_and_for_numbers_always(string vr, string text, string[] texts, double[] numbers)
    {
        DicomDataset dataset = DicomFile.Open(new DatasetBuilder().With(Tag.Value, vr, text).ToFile()).Dataset;
        Assert.Equal(texts, dataset.GetTexts(Tag));
        Assert.Equal(numbers, dataset.GetNumbers(Tag));
    }

    [Theory]
    [InlineData("US", new[] { 65535.0, 2 })]
    [InlineData("SL", new[] { -5.0 })]
    [InlineData("FD", new[] { 0.1, -1e300 })]
    public void Binary_numbers_are_the_same_numbers(string vr, double[] numbers)
    {
        DicomDataset dataset = DicomFile.Open(new DatasetBuilder().With(Tag.Value, vr, numbers).ToFile()).Dataset;
        Assert.Equal(numbers, dataset.GetNumbers(Tag));
        Assert.Equal(numbers[0], dataset.GetNumber(Tag));
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("FD")]
    public void Bytes_that_are_not_numbers_have_no_values(string vr)
    {
        DicomDataset dataset = DicomFile.Open(new DatasetBuilder().WithValue(Tag.Value, vr, 1, 2, 3).ToFile()).Dataset;
        Assert.Empty(dataset.GetTexts(Tag));
        Assert.Empty(dataset.GetNumbers(Tag));
        Assert.Null(dataset.GetNumber(Tag));
    }

    [Theory]
    [InlineData("2.5\\x", 2.5)]
    [InlineData("x\\2.5", null)]
    [InlineData("NaN", null)]
    [InlineData("\\2.5", null)]
    public void The_first_number_is_null_if_it_is_not_one(string text, double? expected) =>
        Assert.Equal(expected, DicomFile.Open(new DatasetBuilder().With(Tag.Value, "DS", text).ToFile()).Dataset.GetNumber(Tag));

    [Fact]
    public void A_missing_element_has_no_values()
    {
        DicomDataset dataset = DicomFile.Open(new DatasetBuilder().With(0x0008_0060, "CS", "CT").ToFile()).Dataset;
        Assert.Empty(dataset.GetTexts(Tag));
        Assert.Null(dataset.GetNumber(Tag));
    }
}
