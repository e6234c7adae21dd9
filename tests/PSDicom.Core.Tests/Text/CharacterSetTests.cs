using PSDicom.Text;
using static PSDicom.Core.Tests.Text.TextData;

namespace PSDicom.Core.Tests.Text;

/// <summary>One value in every character set; most names are those of the annexes of PS3.5 and of David Clunie's example files.</summary>
public class CharacterSetTests
{
    [Theory]
    [InlineData("", "Buc^Jerome", "Buc^Jerome")]
    [InlineData("ISO_IR 6", "Buc^Jerome", "Buc^Jerome")]
    [InlineData("ISO_IR 100", "Buc^J\u00E9r\u00F4me", "Buc^Jérôme")]
    [InlineData("ISO_IR 101", "Wa\u00B3\u00EAsa", "Wałęsa")]
    [InlineData("ISO_IR 109", "anta\u00FDnomo", "antaŭnomo")]
    [InlineData("ISO_IR 110", "v\u00E0rds", "vārds")]
    [InlineData("ISO_IR 144", "\u00BB\u00EE\u00DAce\u00DC\u00D1yp\u00D3", "Люкceмбypг")]
    [InlineData("ISO_IR 127", "\u00E2\u00C8\u00C7\u00E6\u00EA^\u00E4\u00E6\u00D2\u00C7\u00D1", "قباني^لنزار")]
    [InlineData("ISO_IR 126", "\u00C4\u00E9\u00EF\u00ED\u00F5\u00F3\u00E9\u00EF\u00F2", "Διονυσιος")]
    [InlineData("ISO_IR 138", "\u00F9\u00F8\u00E5\u00EF^\u00E3\u00E1\u00E5\u00F8\u00E4", "שרון^דבורה")]
    [InlineData("ISO_IR 148", "\u00C7avu\u00FEo\u00F0lu", "Çavuşoğlu")]
    [InlineData("ISO_IR 203", "\u00BDuvre \u00A4", "œuvre €")]
    [InlineData("ISO_IR 166", "\u00B9\u00D2\u00C1\u00CA\u00A1\u00D8\u00C5", "นามสกุล")]
    [InlineData("ISO_IR 13", "\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3", "ﾔﾏﾀﾞ^ﾀﾛｳ")]
    [InlineData("ISO_IR 192", "Wang^XiaoDong=\u00E7\u008E\u008B^\u00E5\u00B0\u008F\u00E6\u009D\u00B1=", "Wang^XiaoDong=王^小東=")]
    [InlineData("GB18030", "Wang^XiaoDong=\u00CD\u00F5^\u00D0\u00A1\u00B6\u00AB=", "Wang^XiaoDong=王^小东=")]
    [InlineData("GB18030", "\u00952\u008B5\u00810\u00868", "\U00020059À")]
    [InlineData("GBK", "Wang^XiaoDong=\u00CD\u00F5^\u00D0\u00A1\u00B6\u00AB=", "Wang^XiaoDong=王^小东=")]
    public void Terms_without_code_extensions(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.PN));

    [Theory]
    [InlineData("ISO 2022 IR 100", "Buc^→-AJ\u00E9r\u00F4me", "Buc^Jérôme")]
    [InlineData("ISO 2022 IR 101", "→-BWa\u00B3\u00EAsa", "Wałęsa")]
    [InlineData("ISO 2022 IR 109", "→-Canta\u00FDnomo", "antaŭnomo")]
    [InlineData("ISO 2022 IR 110", "→-Dv\u00E0rds", "vārds")]
    [InlineData("ISO 2022 IR 144", "→-L\u00BB\u00EE\u00DAce\u00DC\u00D1yp\u00D3", "Люкceмбypг")]
    [InlineData("ISO 2022 IR 127", "→-G\u00E2\u00C8\u00C7\u00E6\u00EA^→-G\u00E4\u00E6\u00D2\u00C7\u00D1", "قباني^لنزار")]
    [InlineData("ISO 2022 IR 126", "→-F\u00C4\u00E9\u00EF\u00ED\u00F5\u00F3\u00E9\u00EF\u00F2", "Διονυσιος")]
    [InlineData("ISO 2022 IR 138", "→-H\u00F9\u00F8\u00E5\u00EF^→-H\u00E3\u00E1\u00E5\u00F8\u00E4", "שרון^דבורה")]
    [InlineData("ISO 2022 IR 148", "→-M\u00C7avu\u00FEo\u00F0lu", "Çavuşoğlu")]
    [InlineData("ISO 2022 IR 203", "→-b\u00BDuvre \u00A4", "œuvre €")]
    [InlineData("ISO 2022 IR 166", "→-T\u00B9\u00D2\u00C1\u00CA\u00A1\u00D8\u00C5", "นามสกุล")]
    [InlineData("ISO 2022 IR 13", "→)I\u00D4\u00CF\u00C0\u00DE^→)I\u00C0\u00DB\u00B3→(Ja", "ﾔﾏﾀﾞ^ﾀﾛｳa")]
    [InlineData(
        "ISO 2022 IR 87",
        "Yamada^Tarou=→$B;3ED→(B^→$BB@O:→(B=→$B$d$^$@→(B^→$B$?$m$&→(B",
        "Yamada^Tarou=山田^太郎=やまだ^たろう")]
    [InlineData("ISO 2022 IR 159", "Mori^Ogai=→$B?9→(B^→$(Dl?→$B30→(B", "Mori^Ogai=森^鷗外")]
    [InlineData(
        "ISO 2022 IR 149",
        "Hong^Gildong=→$)C\u00FB\u00F3^→$)C\u00D1\u00CE\u00D4\u00D7=→$)C\u00C8\u00AB^→$)C\u00B1\u00E6\u00B5\u00BF",
        "Hong^Gildong=洪^吉洞=홍^길동")]
    [InlineData("ISO 2022 IR 58", "Zhang^XiaoDong=→$)A\u00D5\u00C5^→$)A\u00D0\u00A1\u00B6\u00AB=", "Zhang^XiaoDong=张^小东=")]
    public void Terms_with_code_extensions(string term, string raw, string expected)
    {
        Assert.Equal(expected, CharacterSet.FromTerms("\\" + term).Decode(Raw(raw), DicomVR.PN));
        Assert.Equal(expected, CharacterSet.FromTerms("ISO 2022 IR 6\\" + term).Decode(Raw(raw), DicomVR.PN));
        Assert.Equal(expected, CharacterSet.FromTerms(term).Decode(Raw(raw), DicomVR.PN));
    }

    [Theory]
    [InlineData("ISO_IR 126", "\u00A1\u00A4\u00A5\u00AA", "‘€₯ͺ")] // ISO 8859-7:2003
    [InlineData("ISO_IR 126", "\u00AE\u00D2\u00FF", "\uFFFD\uFFFD\uFFFD")] // undefined there
    [InlineData("ISO_IR 138", "\u00AF\u00FD\u00FE\u00A1", "\u00AF\u200E\u200F\uFFFD")] // ISO 8859-8:1999
    [InlineData("ISO_IR 109", "\u0080\u0096", "\u0080\u0096")] // C1 stays C1 where Windows has nothing like the set
    [InlineData("\\ISO 2022 IR 87", "→$B!A!B!]!q!r\"L→(B", "\u301C\u2016\u2212\u00A2\u00A3\u00AC")] // where code pages disagree
    [InlineData("\\ISO 2022 IR 159", "→$(D\"7\"q→(B", "~\u2116")]
    [InlineData("\\ISO 2022 IR 159", "→$(D!!→(Ba", "\uFFFDa")] // undefined there
    [InlineData("ISO 2022 IR 149", "\u008C\u0063", "\uB620")] // code page 949: more hangul than KS X 1001
    [InlineData("ISO 2022 IR 58", "\u00E9F", "镕")] // GBK: more hanzi than GB 2312
    [InlineData("ISO_IR 13", "\u0095\\\u008E\u00A6", "表示")] // Shift JIS: more than JIS X 0201
    public void Characters_that_implementations_disagree_on(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.LO));

    [Theory]
    [InlineData("GBK")]
    [InlineData("GB18030")]
    public void A_second_byte_5C_does_not_separate_values(string terms)
    {
        string text = CharacterSet.FromTerms(terms).Decode(Raw("\u0095\\\\\u00CD\u00F5\\a"), DicomVR.LO);

        Assert.Equal(["昞", "王", "a"], text.Split('\\'));
    }

    [Fact]
    public void A_backslash_of_JIS_X_0201_separates_values() =>
        Assert.Equal("ﾔﾏ\\ﾀﾛ~", CharacterSet.FromTerms("ISO_IR 13").Decode(Raw("\u00D4\u00CF\\\u00C0\u00DB~"), DicomVR.LO));

    [Fact]
    public void Sets_apply_only_to_the_value_representations_that_have_them()
    {
        CharacterSet greek = CharacterSet.FromTerms("ISO_IR 126");

        Assert.All(DicomVR.All.Where(vr => vr.UsesCharacterSet), vr => Assert.Equal("Δ", greek.Decode([0xC4], vr)));
        Assert.Equal("Ä", greek.Decode([0xC4], DicomVR.CS));
        Assert.Equal("Δ", greek.Decode([0xCE, 0x94], DicomVR.CS));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("DERIVED\\PRIMARY ")]
    [InlineData("1.2.840.10008\0")]
    [InlineData("line 1\r\nline 2\t\u007F")]
    public void Ascii_is_the_same_in_every_set(string text) =>
        Assert.All(CharacterSet.Names, name => Assert.Equal(text, CharacterSet.FromTerms(name).Decode(Raw(text), DicomVR.LO)));

    [Theory]
    [InlineData("", "Jos\u00C3\u00A9", "José")]
    [InlineData("", "Jos\u00E9", "José")]
    [InlineData("", "Jos\u00C3\u00A9 Jos\u00E9", "JosÃ© José")]
    [InlineData("", "\u00EF\u00BF\u00BD\u00C3\u00A9", "\uFFFDé")]
    [InlineData("ISO_IR 6", "Jos\u00C3\u00A9", "José")]
    [InlineData("\\ISO 2022 IR 87", "Jos\u00C3\u00A9", "José")]
    [InlineData("", "→$B;3ED→(B \u00E9", "山田 é")]
    public void Undeclared_bytes_are_UTF8_if_they_can_be_else_Latin1(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.LO));

    [Theory]
    [InlineData("ISO_IR 192", "a\u00E7\u008E", "a\uFFFD")]
    [InlineData("ISO_IR 192", "Jos\u00E9 A", "José A")]
    [InlineData("GB18030", "a\u00CD", "a\uFFFD")]
    [InlineData("GBK", "a\u00CD", "a\uFFFD")]
    [InlineData("GBK", "\u00FE\u00FE\u00CD\u00F5", "\uFFFD王")]
    [InlineData("ISO 2022 IR 149", "\u00FB\\\u00FB\u00F3", "\uFFFD\\洪")]
    [InlineData("ISO 2022 IR 149", "\u00FB", "\uFFFD")]
    [InlineData("ISO_IR 13", "\u0095", "\uFFFD")]
    [InlineData("\\ISO 2022 IR 87", "→$B;3E", "山E")]
    [InlineData("\\ISO 2022 IR 87", "a→", "a\u001B")]
    [InlineData("\\ISO 2022 IR 87", "a→$", "a\u001B$")]
    [InlineData("\\ISO 2022 IR 149", "a→$)", "a\u001B$)")]
    public void Incomplete_characters_do_not_include_the_following_bytes(string terms, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.LO));

    [Fact]
    public void Whatever_the_bytes_there_is_text_with_no_more_characters()
    {
        var random = new Random(20240501);
        DicomVR[] vrs = [DicomVR.PN, DicomVR.LO, DicomVR.LT, DicomVR.CS];
        byte[] likely = Raw("→→→$()-ABCDFGHIJLMTb@^=\\ \r\n");
        for (int i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(i % 100 == 0 ? 1000 : 24)];
            random.NextBytes(bytes);
            for (int j = 0; j < bytes.Length; j++)
            {
                if (random.Next(2) == 0) bytes[j] = likely[random.Next(likely.Length)];
            }

            CharacterSet set = CharacterSet.FromTerms(CharacterSet.Names[i % CharacterSet.Names.Count]);
            Assert.InRange(set.Decode(bytes, vrs[i % vrs.Length]).Length, 0, bytes.Length);
        }
    }

    [Fact]
    public void Decoding_is_the_same_from_many_threads_at_first_use() =>
        Parallel.For(0, 64, i => Assert.Equal(
            i % 2 == 0 ? "森^鷗外" : "洪",
            i % 2 == 0
                ? CharacterSet.FromTerms("\\ISO 2022 IR 159").Decode(Raw("→$B?9→(B^→$(Dl?→$B30→(B"), DicomVR.PN)
                : CharacterSet.FromTerms("ISO_IR 149").Decode(Raw("\u00FB\u00F3"), DicomVR.PN)));
}
