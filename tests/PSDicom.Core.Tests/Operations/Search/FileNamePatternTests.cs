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

    [Theory]
    [InlineData("*.", "noextension", true)]
    [InlineData("*.", "a.dcm", false)]
    [InlineData("IM*.", "IM1", true)]
    [InlineData("IM*.", "IM1.dcm", false)]
    public void A_star_and_a_dot_are_the_names_without_an_extension(string filter, string name, bool expected) =>
        Assert.Equal(expected, new FileNamePattern(filter).Matches(name));

    [Theory]
    [InlineData("*.dcm", "A.DCM")]
    [InlineData("*.DCM", "a.dcm")]
    [InlineData("ä*", "Änderung")]
    public void Case_does_not_count(string filter, string name) => Assert.True(new FileNamePattern(filter).Matches(name));

    [Theory]
    [InlineData("IM[0-9]*", "IM1", true)]
    [InlineData("IM[0-9]*", "IMa", false)]
    [InlineData("[abc].dcm", "B.dcm", true)]
    [InlineData("[a-c]", "d", false)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[]", "x", false)]
    [InlineData("`[1`]", "[1]", true)]
    [InlineData("a`*", "a*", true)]
    [InlineData("a`*", "ab", false)]
    [InlineData("*.[di]*", "x.IMA", true)]
    public void Wildcards_have_sets_and_escapes(string wildcard, string name, bool expected) =>
        Assert.Equal(expected, FileNamePattern.OfWildcard(wildcard).Matches(name));

    [Fact]
    public void A_bracket_that_is_not_closed_is_an_error() =>
        Assert.Contains("'[a'", Assert.Throws<ArgumentException>(() => FileNamePattern.OfWildcard("[a")).Message);
}
