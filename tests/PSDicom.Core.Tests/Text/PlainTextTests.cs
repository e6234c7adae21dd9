using System.Globalization;
using PSDicom.Text;

namespace PSDicom.Core.Tests.Text;

public class PlainTextTests
{
    private static readonly UnicodeCategory[] Hidden =
        [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator];

    [Theory]
    [InlineData("plain ü 山 😀 e\u0301 مريم", "plain ü 山 😀 e\u0301 مريم")]
    [InlineData("a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c")]
    [InlineData("\u001B[0m\u0000\u0007\u007F\u0080\u009B\u009F", "<U+001B>[0m<U+0000><U+0007><U+007F><U+0080><U+009B><U+009F>")]
    [InlineData("\u061C\u200E\u200F\u202A\u202E\u2066\u2069", "<U+061C><U+200E><U+200F><U+202A><U+202E><U+2066><U+2069>")]
    [InlineData("a\u2028b\u2029c\u0085d", "a<U+2028>b<U+2029>c<U+0085>d")]
    [InlineData("pay\u200Bpal\u2060\uFEFF\u00AD\u3164", "pay<U+200B>pal<U+2060><U+FEFF><U+00AD><U+3164>")]
    [InlineData("x\U000E0041\U000E007F", "x<U+E0041><U+E007F>")]
    [InlineData("a\u200Db\u200C", "a<U+200D>b<U+200C>")]
    [InlineData("می\u200Cخواهم 👨\u200D👩 ❤\uFE0F\u200D🔥", "می\u200Cخواهم 👨\u200D👩 ❤\uFE0F\u200D🔥")]
    [InlineData("م\u200C\u200Dم \uFE0Fa\uFE0F ❤\uFE0F\uFE0F", "م<U+200C><U+200D>م <U+FE0F>a<U+FE0F> ❤\uFE0F<U+FE0F>")]
    [InlineData("x\U000E0100", "x<U+E0100>")]
    public void Unsafe_and_invisible_characters_are_shown_as_code_points(string text, string expected)
    {
        Assert.Equal(expected, PlainText.Of(text));
        Assert.Equal(expected, PlainText.Of(PlainText.Of(text)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_its_code()
    {
        Assert.Equal("<U+D83D>", PlainText.Of("\uD83D"));
        Assert.Equal("<U+DE00><U+D83D>!", PlainText.Of("\uDE00\uD83D!"));
    }

    [Theory]
    [InlineData("a\r\nb\nc\td", "a  b c d")]
    [InlineData("a\rb\fc\u001Bd\u202Ee", "a<U+000D>b<U+000C>c<U+001B>d<U+202E>e")]
    public void Line_breaks_of_a_value_are_spaces(string text, string expected) => Assert.Equal(expected, PlainText.OfValue(text));

    [Theory]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("a\r\nb\rc\u001Bd", "a\nb<U+000D>c<U+001B>d")]
    [InlineData("a\u001Bd", "a<U+001B>d")]
    public void Line_breaks_of_a_value_on_several_lines_stay(string text, string expected) => Assert.Equal(expected, PlainText.OfLines(text));

    [Fact]
    public void Every_control_and_format_character_is_escaped_alone()
    {
        for (int codePoint = 0; codePoint < 0x1_0000; codePoint++)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory((char)codePoint);
            if (!Hidden.Contains(category)) continue;
            Assert.False(PlainText.IsPlain(codePoint));
            Assert.Equal($"A<U+{codePoint:X4}>B", PlainText.Of($"A{(char)codePoint}B"));
        }
    }

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
