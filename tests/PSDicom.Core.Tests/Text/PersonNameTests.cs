namespace PSDicom.Core.Tests.Text;

public class PersonNameTests
{
    [Fact]
    public void Groups_and_components_are_taken_apart()
    {
        var name = new PersonName("Adams^John Robert Quincy^^Rev.^B.A. M.Div.=山田^太郎=やまだ^たろう");

        Assert.Equal("Adams^John Robert Quincy^^Rev.^B.A. M.Div.", name.Alphabetic);
        Assert.Equal("山田^太郎", name.Ideographic);
        Assert.Equal("やまだ^たろう", name.Phonetic);
        Assert.Equal(
            ["Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."],
            [name.FamilyName, name.GivenName, name.MiddleName, name.Prefix, name.Suffix]);
        Assert.Equal(["山田", "太郎"], [name.IdeographicGroup.FamilyName, name.IdeographicGroup.GivenName]);
        Assert.Equal(["やまだ", "たろう"], [name.PhoneticGroup.FamilyName, name.PhoneticGroup.GivenName]);
    }

    [Theory]
    [InlineData("^^=山田^太郎", "山田")]
    [InlineData("==やまだ^たろう", "やまだ")]
    [InlineData("Doe", "Doe")]
    [InlineData("Doe^^^^", "Doe")]
    [InlineData(" Doe ^ Jane ", "Doe")]
    [InlineData("^Jane", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void The_components_are_of_the_first_group_that_has_any(string? text, string family) =>
        Assert.Equal(family, new PersonName(text).FamilyName);

    [Fact]
    public void Nothing_that_is_too_much_is_lost()
    {
        var name = new PersonName("a^b^c^d^e^f^g=i=p=x=y");

        Assert.Equal("e^f^g", name.Suffix);
        Assert.Equal("p=x=y", name.Phonetic);
    }

    [Theory]
    [InlineData("Doe^Jane ")]
    [InlineData(" Doe^Jane^^==")]
    [InlineData("")]
    public void Text_stays_as_written(string text) => Assert.Equal(text, new PersonName(text).ToString());

    [Theory]
    [InlineData("Doe^Jane", "Doe^Jane", true)]
    [InlineData("Doe^Jane", " Doe ^Jane^^^==\0", true)]
    [InlineData("", null, true)]
    [InlineData("Doe^Jane", "doe^Jane", false)]
    [InlineData("Doe^Jane", "Doe^^Jane", false)]
    [InlineData("Doe=Doe", "Doe==Doe", false)]
    [InlineData("a^b^c^d^e", "a^b^c^d^e^f", false)]
    public void Names_are_equal_by_their_components(string one, string? other, bool expected)
    {
        Assert.Equal(expected, new PersonName(one).Equals((object)new PersonName(other)));
        if (expected) Assert.Equal(new PersonName(one).GetHashCode(), new PersonName(other).GetHashCode());
    }

    [Fact]
    public void Nothing_else_equals_a_name()
    {
        Assert.False(new PersonName("Doe").Equals(null));
        Assert.False(new PersonName("Doe").Equals("Doe"));
        Assert.False(new PersonName("Doe").AlphabeticGroup.Equals("Doe"));
    }
}
