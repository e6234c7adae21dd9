using PSDicom.Text;
using static PSDicom.Core.Tests.Text.TextData;

namespace PSDicom.Core.Tests.Text;

/// <summary>When code extensions switch and reset (PS3.5 section 6.1.2.5.3).</summary>
public class CodeExtensionTests
{
    [Theory]
    [InlineData("PN", "→-F\u00C4^\u00E9", "Δ^é")]
    [InlineData("PN", "→-F\u00C4=\u00E9", "Δ=é")]
    [InlineData("PN", "→-F\u00C4\\\u00E9", "Δ\\é")]
    [InlineData("LO", "→-F\u00C4^\u00E9=\u00E9\\\u00E9", "Δ^ι=ι\\é")]
    [InlineData("UC", "→-F\u00C4\\\u00E9", "Δ\\é")]
    [InlineData("LT", "→-F\u00C4\\^=\u00E9", "Δ\\^=ι")]
    [InlineData("ST", "→-F\u00C4\r\n\u00E9", "Δ\r\né")]
    [InlineData("UT", "→-F\u00C4\f\u00E9", "Δ\fé")]
    [InlineData("UT", "→-F\u00C4\t\u00E9", "Δ\té")]
    public void A_delimiter_brings_back_value_1(string vr, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms("ISO 2022 IR 100\\ISO 2022 IR 126").Decode(Raw(raw), DicomVR.Find(vr)!));

    [Fact]
    public void The_set_of_value_1_holds_without_escape_sequences()
    {
        CharacterSet set = CharacterSet.FromTerms("ISO 2022 IR 13\\ISO 2022 IR 87");

        Assert.Equal(
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
            set.Decode(Raw("\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3=→$B;3ED→(J^→$BB@O:→(J=→$B$d$^$@→(J^→$B$?$m$&→(J"), DicomVR.PN));
    }

    [Fact]
    public void The_lower_and_the_upper_half_switch_apart() =>
        Assert.Equal(
            "あaｱア齩é洪",
            CharacterSet.FromTerms("ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159").Decode(
                Raw("→$B$\"→(Ja→)I\u00B1→$B%\"→$(DmN→(J→-A\u00E9→$)C\u00FB\u00F3"), DicomVR.LO));

    [Fact]
    public void Delimiters_inside_a_double_byte_character_are_none() =>
        Assert.Equal("ま十秀", CharacterSet.FromTerms("\\ISO 2022 IR 87").Decode(Raw("→$B$^==→$B=(→(B"), DicomVR.PN));

    [Fact]
    public void Text_of_several_lines_switches_in_each() =>
        Assert.Equal(
            "1. 第一行文字。\r\n2. 第二行文字。\r\n",
            CharacterSet.FromTerms("\\ISO 2022 IR 58").Decode(
                Raw("1. →$)A\u00B5\u00DA\u00D2\u00BB\u00D0\u00D0\u00CE\u00C4\u00D7\u00D6\u00A1\u00A3\r\n"
                    + "2. →$)A\u00B5\u00DA\u00B6\u00FE\u00D0\u00D0\u00CE\u00C4\u00D7\u00D6\u00A1\u00A3\r\n"),
                DicomVR.LT));

    [Theory]
    [InlineData("\\ISO 2022 IR 149", "\u00FB\u00F3^\u00D1\u00CE\u00D4\u00D7", "洪^吉洞")] // no escape sequence at all
    [InlineData("\\ISO 2022 IR 149", "→$)C\u00FB\u00F3^\u00D1\u00CE\u00D4\u00D7", "洪^吉洞")] // none after the delimiter
    [InlineData("\\ISO 2022 IR 13", "→)I\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3", "ﾔﾏﾀﾞ^ﾀﾛｳ")]
    [InlineData("\\ISO 2022 IR 87", "→$B;3ED^→$BB@O:", "山田^太郎")] // not switched back before the delimiter
    [InlineData("", "→$B;3ED→(B", "山田")] // not declared
    [InlineData("ISO_IR 100", "→-F\u00C4^\u00E9", "Δ^é")]
    [InlineData("", "→$@;3ED→(B", "山田")] // the edition of 1978
    [InlineData("", "→$(B;3ED→(B", "山田")]
    [InlineData("", "→(I2→(B2", "ｲ2")]
    [InlineData("ISO_IR 100", "→%G\u00E9", "\u001B%Gé")] // not one of DICOM's
    [InlineData("\\ISO 2022 IR 87", "→$B;3ED ", "山田 ")]
    public void Mistakes_are_read_as_they_were_meant(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.PN));

    [Fact]
    public void A_long_value_is_decoded_whole()
    {
        string raw = string.Concat(Enumerable.Repeat("→$B;3ED→(B, \u00E9 ", 5000));

        Assert.Equal(
            string.Concat(Enumerable.Repeat("山田, é ", 5000)),
            CharacterSet.FromTerms("ISO 2022 IR 100\\ISO 2022 IR 87").Decode(Raw(raw), DicomVR.UT));
    }
}
