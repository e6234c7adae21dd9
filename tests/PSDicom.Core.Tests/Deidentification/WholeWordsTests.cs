using PSDicom.Deidentification.Values;

namespace PSDicom.Core.Tests.Deidentification;

public class WholeWordsTests
{
    [Theory]
    [InlineData("seen by SMITH today", true)]
    [InlineData("smith", true)]
    [InlineData("(Smith)", true)]
    [InlineData("Smiths", false)]
    [InlineData("Blacksmith", false)]
    [InlineData("smith_2", false)]
    [InlineData("smit", false)]
    [InlineData("", false)]
    [InlineData("Μαρίας ΜΑΡΊΑΣ", true)] // the Greek sigma has two small forms
    [InlineData("ΜΑΡΊΑΣΑ", false)]
    [InlineData("\u212Ahan", true)] // the sign for kelvin is a K
    [InlineData("x a.b[c y", true)]
    [InlineData("x axb[c y", false)]
    public void A_word_is_found_in_any_case_where_it_stands_alone(string text, bool isIn)
    {
        var words = new WholeWords(["Smith", "μαρίασ", "Khan", "A.B[C"]);
        Assert.Equal(isIn, words.AreIn(text.AsSpan()));
    }

    [Theory]
    [InlineData("MRN 12345-6 of Smith, SMITH-JONES and Jones", "MRN  of ,  and Jones")]
    [InlineData("12345", "")]
    [InlineData("Smith-Joneses", "-Joneses")]
    [InlineData("123456", "123456")]
    [InlineData("nobody", "nobody")]
    public void Words_are_removed_the_longest_first(string text, string rest) =>
        Assert.Equal(rest, new WholeWords(["Smith", "12345", "12345-6", "Smith-Jones"]).RemoveFrom(text));
}
