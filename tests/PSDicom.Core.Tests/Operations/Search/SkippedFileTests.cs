namespace PSDicom.Core.Tests.Operations.Search;

public class SkippedFileTests
{
    [Theory]
    [InlineData(DicomErrorReason.NotDicom, SkipReason.NotDicom)]
    [InlineData(DicomErrorReason.EmptyFile, SkipReason.EmptyFile)]
    [InlineData(DicomErrorReason.NoPixelData, SkipReason.NoPixelData)]
    public void An_error_of_having_nothing_to_read_is_passed_over(DicomErrorReason error, SkipReason expected)
    {
        SkippedFile? skipped = SkippedFile.Of("a.txt", new DicomException(error, "There is nothing."));
        Assert.NotNull(skipped);
        Assert.Equal(("a.txt", expected, "There is nothing."), (skipped.FullName, skipped.Reason, skipped.Message));
        Assert.Equal("Skipped 'a.txt': There is nothing.", skipped.ToString());
    }

    [Fact]
    public void Other_errors_are_not()
    {
        Assert.Null(SkippedFile.Of("a.dcm", new DicomException(DicomErrorReason.InvalidPixelData, "It is broken.")));
        Assert.Null(SkippedFile.Of("a.dcm", new FileNotFoundException()));
    }

    [Fact]
    public void Targets_are_counted()
    {
        Assert.Equal("1 file already exists and was skipped.", SkippedFile.DescribeTargets(1));
        Assert.Equal("12000 files already exist and were skipped.", SkippedFile.DescribeTargets(12000));
    }
}
