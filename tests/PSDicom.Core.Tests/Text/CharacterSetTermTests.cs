using PSDicom.Text;
using static PSDicom.Core.Tests.Text.TextData;

namespace PSDicom.Core.Tests.Text;

/// <summary>The character sets for values of (0008,0005) and for names from the user.</summary>
public class CharacterSetTermTests
{
    [Theory]
    [InlineData("ISO_IR 100", "ISO_IR 100")]
    [InlineData(" ISO_IR 100 \0", "ISO_IR 100")]
    [InlineData("ISO-IR 100", "ISO_IR 100")]
    [InlineData("ISO IR 100", "ISO_IR 100")]
    [InlineData("ISO_IR_100", "ISO_IR 100")]
    [InlineData("ISO_IR100", "ISO_IR 100")]
    [InlineData("iso_ir 100", "ISO_IR 100")]
    [InlineData("iso8859-1", "ISO_IR 100")]
    [InlineData("ISO-8859-1", "ISO_IR 100")]
    [InlineData("latin1", "ISO_IR 100")]
    [InlineData("latin_1", "ISO_IR 100")]
    [InlineData("ISO_8859-15", "ISO_IR 203")]
    [InlineData("ISOIR 192", "ISO_IR 192")]
    [InlineData("UTF-8", "ISO_IR 192")]
    [InlineData("UTF8", "ISO_IR 192")]
    [InlineData("ISO 2022 IR 192", "ISO_IR 192")]
    [InlineData("gb18030", "GB18030")]
    [InlineData("ISO 2022 GB18030", "GB18030")]
    [InlineData("ISO 2022 GBK", "GBK")]
    [InlineData("GB2312", "GBK")]
    [InlineData("ISO 2022-IR 87", "ISO 2022 IR 87")]
    [InlineData("ISO_2022_IR_87", "ISO 2022 IR 87")]
    [InlineData("ISO_2022_IR+126", "ISO 2022 IR 126")]
    [InlineData("ISO 2020 IR 87", "ISO 2022 IR 87")]
    [InlineData("ISO2022IR149", "ISO 2022 IR 149")]
    [InlineData("ISO_IR 149", "ISO 2022 IR 149")]
    [InlineData("ISO_IR 58", "ISO 2022 IR 58")]
    [InlineData("ISO 2022 58", "ISO 2022 IR 58")]
    [InlineData("EUC-KR", "ISO 2022 IR 149")]
    [InlineData("Shift_JIS", "ISO_IR 13")]
    [InlineData("\\ISO 2022 IR 87", "ISO 2022 IR 87")]
    [InlineData("ISO 2022 IR 13\\ISO 2022-IR 87", "ISO 2022 IR 13\\ISO 2022 IR 87")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("Big5", "big5")]
    public void Spellings(string written, string understood)
    {
        Assert.Equal(understood, CharacterSet.FromTerms(written).ToString());
        Assert.Empty(CharacterSet.FromTerms(written).UnknownTerms);
        Assert.Equal(understood, CharacterSet.FromName(written).ToString());
    }

    [Fact]
    public void Every_name_means_itself()
    {
        Assert.Equal(33, CharacterSet.Names.Count);
        Assert.Equal("ISO_IR 6", CharacterSet.Names[0]);
        Assert.All(CharacterSet.Names, name => Assert.Equal([name], CharacterSet.FromTerms(name).Terms));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_declared_is_the_default(string? terms) => Assert.Same(CharacterSet.Default, CharacterSet.FromTerms(terms));

    [Fact]
    public void The_same_value_gives_the_same_object() =>
        Assert.Same(CharacterSet.FromTerms("ISO_IR 100"), CharacterSet.FromTerms(new string("ISO_IR 100".ToCharArray())));

    [Theory]
    [InlineData("UNSUPPORTED", "Jos\u00E9", "José")]
    [InlineData("UNSUPPORTED", "Jos\u00C3\u00A9", "José")]
    [InlineData("utf-16", "Jos\u00C3\u00A9", "José")]
    [InlineData("1251", "\u00E9", "é")]
    [InlineData("ISO 2022 IR 999\\ISO 2022 IR 144", "\u00BB→-A\u00E9", "Лé")]
    [InlineData("ISO 2022 IR 144\\ISO 2022 IR 146", "\u00BB", "Л")]
    public void An_unknown_value_counts_as_the_default(string terms, string raw, string expected)
    {
        CharacterSet set = CharacterSet.FromTerms(terms);

        Assert.Single(set.UnknownTerms);
        Assert.Equal(expected, set.Decode(Raw(raw), DicomVR.LO));
    }

    [Theory]
    [InlineData("ISO_IR 192\\ISO 2022 IR 100", "\u00C3\u00A9", "é")]
    [InlineData("utf-8", "\u00C3\u00A9", "é")]
    [InlineData("ISO_IR 100\\ISO_IR 192", "\u00C9\u00A9", "É©")]
    [InlineData("\\ISO_IR 192", "\u00C3\u00A9", "é")]
    [InlineData("ISO 2022 IR 6\\GB18030", "\u00CD\u00F5", "王")]
    [InlineData("\\ISO 2022 GBK", "\u00CD\u00F5\\→$)A\u00CD\u00F5", "王\\王")]
    public void Sets_that_stand_alone_may_come_with_others(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.LO));

    [Theory]
    [InlineData("windows-1251", "\u00C0\u00CE", "АО")]
    [InlineData("1251", "\u00C0\u00CE", "АО")]
    [InlineData("koi8-r", "\u00E1", "А")]
    [InlineData("utf-8", "\u00C3\u00A9", "é")]
    [InlineData("shift_jis", "\u0095\\\u008E\u00A6\u00B1", "表示ｱ")]
    [InlineData("euc-jp", "\u00BB\u00B3\u00C5\u00C4", "山田")]
    [InlineData("iso-8859-13", "\u00E0", "ą")]
    public void A_user_may_name_an_encoding(string name, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromName(name).Decode(Raw(raw), DicomVR.LO));

    [Theory]
    [InlineData("")]
    [InlineData("\\")]
    [InlineData("klingon")]
    [InlineData("ISO_IR 100\\klingon")]
    [InlineData("utf-16")]
    [InlineData("1200")]
    [InlineData("37")]
    [InlineData("IBM037")]
    [InlineData("99999999999")]
    public void A_named_character_set_must_be_known(string name)
    {
        var error = Assert.Throws<DicomException>(() => CharacterSet.FromName(name));

        Assert.Equal(DicomErrorReason.UnknownCharacterSet, error.Reason);
        Assert.Contains("ISO_IR 100", error.Message, StringComparison.Ordinal);
        Assert.Contains(name.Split('\\')[^1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_in_many_files_is_understood_the_same_beyond_the_cache()
    {
        for (int i = 0; i < 1000; i++) Assert.Single(CharacterSet.FromTerms("rubbish " + i).UnknownTerms);
        Assert.Equal("Л", CharacterSet.FromTerms("rubbish\\ISO_IR 144").Decode([0xBB], DicomVR.LO));
    }
}
