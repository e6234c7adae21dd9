using PSDicom.Operations.Search;

namespace PSDicom.Core.Tests.Operations.Search;

public class FileNamePatternTests
{
    [Theory]
    [InlineData(null, "any", true)]
    [InlineData("", "any", true)]
    [InlineData("*", "any", true)]
    [InlineData("*.*", "no dot", true)]
    [InlineData("*.dcm", "a.dcm", true)]
    [InlineData("*.dcm", ".dcm", true)]
    [InlineData("*.dcm", "a.dcm.gz", false)]
    [InlineData("*.dcm", "dcm", false)]
    [InlineData("IM*", "IM0001", true)]
    [InlineData("IM*", "aIM", false)]
    [InlineData("IM?", "IM1", true)]
    [InlineData("IM?", "IM", false)]
    [InlineData("IM?", "IM12", false)]
    [InlineData("*a*b?c*", "xxaxbbxcb-c", true)]
    [InlineData("*a*b?c*", "xxaxbbx-cb", false)]
    [InlineData("*ab", "aab", true)]
    [InlineData("a**", "a", true)]
    [InlineData("[1]", "[1]", true)]
    [InlineData("[1]", "1", false)]
    [InlineData("a.b", "axb", false)]
    public void Matches_names(string? pattern, string name, bool expected) =>
        Assert.Equal(expected, new FileNamePattern(pattern).Matches(name));

    [Fact]
    public void Case_counts_where_it_does_for_the_file_system() =>
        Assert.Equal(!OperatingSystem.IsLinux(), new FileNamePattern("*.dcm").Matches("A.DCM"));
}
