using PSDicom.Query;

namespace PSDicom.Core.Tests.Query;

public class KeywordWildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "PatientName", true)]
    [InlineData("patient*", "PatientName", true)]
    [InlineData("*NAME", "PatientName", true)]
    [InlineData("*t*n*", "PatientName", true)]
    [InlineData("*tN*e", "PatientName", true)]
    [InlineData("Patient????", "PatientName", true)]
    [InlineData("Patient???", "PatientName", false)]
    [InlineData("Patient?????", "PatientName", false)]
    [InlineData("Patient", "PatientName", false)]
    [InlineData("Name*", "PatientName", false)]
    [InlineData("*a*b*", "aaaa", false)]
    [InlineData("*aab", "aaab", true)]
    [InlineData("?", "", false)]
    public void Stars_are_any_letters_and_question_marks_one(string pattern, string keyword, bool matches) =>
        Assert.Equal(matches, KeywordWildcard.Matches(pattern, keyword));
}
