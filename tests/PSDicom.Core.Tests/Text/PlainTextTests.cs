using PSDicom.Text;

namespace PSDicom.Core.Tests.Text;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain ü 山", "plain ü 山")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u001B[0m\u0007\u007F\u009B", ".[0m...")]
    public void Control_characters_do_not_reach_the_terminal(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("山田", 4)]
    [InlineData("ﾔﾏﾀﾞ", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("홍길동", 6)]
    public void Wide_characters_take_two_columns(string text, int expected) => Assert.Equal(expected, PlainText.Width(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abcdef", 1, "…")]
    [InlineData("abcdef", 0, "")]
    [InlineData("abcdef", -3, "")]
    [InlineData("山田太郎", 8, "山田太郎")]
    [InlineData("山田太郎", 7, "山田太…")]
    [InlineData("山田太郎", 6, "山田…")]
    [InlineData("a😀b", 3, "a…")]
    public void Text_is_cut_to_columns(string text, int columns, string expected) => Assert.Equal(expected, PlainText.Cut(text, columns));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "…cdef")]
    [InlineData("abcdef", 1, "…")]
    [InlineData("abcdef", 0, "")]
    [InlineData("山田太郎", 7, "…田太郎")]
    [InlineData("山田太郎", 6, "…太郎")]
    [InlineData("b😀a", 2, "…a")]
    public void The_end_of_a_text_is_kept(string text, int columns, string expected) => Assert.Equal(expected, PlainText.CutStart(text, columns));
}
