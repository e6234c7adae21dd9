using PSDicom.Text;
using static PSDicom.Core.Tests.Text.TextData;

namespace PSDicom.Core.Tests.Text;

/// <summary>Text that contradicts its character set: how it is read, and the warnings.</summary>
public class TextFaultTests
{
    [Theory]
    [InlineData("M\u00FCller^J\u00F6rg", "Müller^Jörg")]
    [InlineData("M\u00FCller^J\u00F6rg=\u00E7\u008E\u008B^\u00E5\u00B0\u008F", "Müller^Jörg=王^小")]
    [InlineData("Jos\u00E9", "José")]
    [InlineData("\u00E9", "é")]
    [InlineData("\u00ABclart\u00E9\u00BB", "«clarté»")]
    [InlineData("37\u00B0C, 5\u00B5m", "37°C, 5µm")]
    [InlineData("\u0093quoted\u0094 \u0080 5", "“quoted” € 5")]
    [InlineData("\u00C0\u0080", "À€")] // not the shortest form
    [InlineData("\u00ED\u00A0\u0080", "í\u00A0€")] // half of a pair of UTF-16
    [InlineData("\u00F5\u0080\u0080\u0080", "õ€€€")] // beyond Unicode
    [InlineData("\u00FF\u00FE", "ÿþ")]
    public void Letters_of_invalid_utf8_are_kept(string raw, string expected) => AssertRead("ISO_IR 192", "PN", raw, expected, "NotValid");

    [Theory]
    [InlineData("ISO_IR 192", "a\u00E7\u008E", "a\uFFFD")]
    [InlineData("ISO_IR 192", "\u00E7\u008E\u008B\u00E5", "王\uFFFD")]
    [InlineData("ISO_IR 192", "\u00F0\u00A0\u0081", "\uFFFD")]
    [InlineData("GB18030", "a\u00CD", "a\uFFFD")]
    [InlineData("GB18030", "\u00CD\u00F5\u00D0", "王\uFFFD")]
    public void An_incomplete_last_character_has_a_warning(string terms, string raw, string expected) => AssertRead(terms, "LO", raw, expected, "Cut");

    [Theory]
    [InlineData("GB18030", "\u00E7\u008E\u008B\u00E5\u00B0\u008F\u00E4\u00B8\u009C", "王小东")] // nine bytes: no pairs
    [InlineData("GB18030", "Jos\u00C3\u00A9 \u00C3", "Jos茅 \uFFFD")] // neither
    [InlineData("ISO_IR 100", "M\u00C3\u00BCller", "Müller")]
    [InlineData("ISO_IR 100", "Stra\u00C3\u009Fe", "Straße")]
    [InlineData("ISO_IR 100", "\u00E7\u008E\u008B^\u00E5\u00B0\u008F", "王^小")]
    [InlineData("ISO_IR 100", "37\u00C2\u00B0C", "37°C")]
    [InlineData("ISO 2022 IR 100", "M\u00C3\u00BCller", "Müller")]
    [InlineData("ISO 2022 IR 100\\ISO 2022 IR 87", "\u00E5\u00B1\u00B1\u00E7\u0094\u00B0", "山田")]
    [InlineData("ISO_IR 148", "\u00C3\u0087avu\u00C5\u009Fo\u00C4\u009Flu", "Çavuşoğlu")]
    [InlineData("ISO_IR 144", "\u00D0\u0098\u00D0\u00B2\u00D0\u00B0\u00D0\u00BD", "Иван")]
    [InlineData("ISO_IR 126", "\u00CE\u0094\u00CE\u00B9", "Δι")]
    [InlineData("ISO_IR 101", "Wa\u00C5\u0082\u00C4\u0099sa", "Wałęsa")]
    [InlineData("ISO_IR 166", "\u00E0\u00B8\u0099\u00E0\u00B8\u00B2", "นา")]
    public void Utf8_is_read_where_another_set_is_declared_and_cannot_be_meant(string terms, string raw, string expected) =>
        AssertRead(terms, "LO", raw, expected, raw.EndsWith('\u00C3') ? "Cut" : "Utf8InAnother");

    [Theory]
    [InlineData("ISO_IR 100", "CAF\u00C9\u00AE", "CAFÉ®")] // valid UTF-8, and a likely text
    [InlineData("ISO_IR 100", "J\u00E9r\u00F4me \u00A9\u00AE", "Jérôme ©®")]
    [InlineData("ISO_IR 144", "\u00C2\u00B0^\u00C2\u00BE", "ТА^ТО")]
    [InlineData("ISO_IR 101", "\u00C3\u00AA", "ĂŞ")]
    [InlineData("ISO_IR 192", "\u00EF\u00BF\u00BD", "\uFFFD")] // written so
    [InlineData("ISO_IR 192", "\u00E7\u008E\u008B", "王")]
    [InlineData("GB18030", "\u00CD\u00F5", "王")]
    [InlineData("GB18030", "\u00841\u00A47", "\uFFFD")] // written so
    [InlineData("GB18030", "\u00C3\u00A9", "茅")] // valid UTF-8 too
    [InlineData("ISO_IR 13", "\u00D4\u00CF", "ﾔﾏ")]
    [InlineData("\\ISO 2022 IR 149", "→$)C\u00FB\u00F3^→$)C\u00D1\u00CE", "洪^吉")]
    [InlineData("\\ISO 2022 IR 87", "→$B;3ED→(B^a", "山田^a")]
    [InlineData("ISO 2022 IR 13\\ISO 2022 IR 87", "\u00D4\u00CF=→$B;3→(J", "ﾔﾏ=山")]
    public void Valid_values_have_no_fault(string terms, string raw, string expected) => AssertRead(terms, "PN", raw, expected, "None");

    [Theory]
    [InlineData("ISO_IR 100", "\u00803", "€3")]
    [InlineData("ISO_IR 100", "\u0093M\u00FCller\u0094 \u0096 5", "“Müller” – 5")]
    [InlineData("ISO 2022 IR 100", "it\u0092s", "it’s")]
    [InlineData("ISO_IR 100", "\u0081", "\u0081")] // not there either
    [InlineData("ISO_IR 203", "\u0085", "…")]
    [InlineData("ISO_IR 148", "\u008Aa\u00FE", "Šaş")]
    [InlineData("ISO_IR 101", "\u009Ac\u00B9", "šcą")]
    [InlineData("ISO_IR 144", "\u0093\u00C8\u00E2\u00E0\u00ED\u0094", "“Иван”")]
    [InlineData("ISO_IR 126", "\u0084\u00C4\u0093", "„Δ“")]
    [InlineData("ISO_IR 138", "\u0096\u00F9", "–ש")]
    public void Bytes_that_ISO_8859_has_no_characters_for_are_those_of_windows(string terms, string raw, string expected) =>
        AssertRead(terms, "LO", raw, expected, "WindowsInIso");

    [Theory]
    [InlineData("", "LO", "Jos\u00C3\u00A9", "José", "UndeclaredAsUtf8")]
    [InlineData("ISO_IR 6", "LO", "Jos\u00C3\u00A9", "José", "UndeclaredAsUtf8")]
    [InlineData("", "PN", "M\u00FCller", "Müller", "UndeclaredAsLatin1")]
    [InlineData("ISO_IR 6", "LT", "\u0093M\u00FCller\u0094", "“Müller”", "UndeclaredAsLatin1")]
    [InlineData("ISO 2022 IR 6\\ISO 2022 IR 87", "LO", "→$B;3ED→(B \u00E9", "山田 é", "UndeclaredAsLatin1")]
    [InlineData("", "LO", "→$B;3ED→(B", "山田", "None")]
    [InlineData("ISO_IR 192", "CS", "M\u00C3\u00BCLLER", "MüLLER", "UndeclaredAsUtf8")]
    [InlineData("ISO_IR 100", "UI", "1.2\u00B7", "1.2·", "UndeclaredAsLatin1")]
    public void Text_without_a_declared_set_is_guessed(string terms, string vr, string raw, string expected, string fault) =>
        AssertRead(terms, vr, raw, expected, fault);

    [Theory]
    [InlineData("\\ISO 2022 IR 149", "\u00FB\u00F3^\u00D1\u00CE", "洪^吉", "WithoutEscape")]
    [InlineData("\\ISO 2022 IR 149", "→$)C\u00FB\u00F3^\u00D1\u00CE", "洪^吉", "WithoutEscape")]
    [InlineData("ISO 2022 IR 6\\ISO 2022 IR 58", "\u00D5\u00C5", "张", "WithoutEscape")]
    [InlineData("\\ISO 2022 IR 149", "\u00FB", "\uFFFD", "Meaningless")]
    [InlineData("ISO_IR 126", "\u00AE", "\uFFFD", "Meaningless")]
    [InlineData("ISO_IR 100", "→%G\u00E9", "\u001B%Gé", "Meaningless")]
    [InlineData("\\ISO 2022 IR 87", "a→", "a\u001B", "Meaningless")]
    [InlineData("ISO_IR 109", "\u0096", "\u0096", "Meaningless")]
    [InlineData("ISO_IR 192", "→$B;3ED→(B", "山田", "EscapeInWhole")]
    [InlineData("GB18030", "→$)A\u00D5\u00C5", "张", "EscapeInWhole")]
    public void Code_extensions_have_faults_of_their_own(string terms, string raw, string expected, string fault) => AssertRead(terms, "PN", raw, expected, fault);

    [Theory]
    [InlineData("ISO_IR 100", "M\u00C3\u00BCller", "MÃ¼ller")]
    [InlineData("GB18030", "\u00E7\u008E\u008B", "鐜\uFFFD")]
    [InlineData("latin1", "M\u00C3\u00BCller", "MÃ¼ller")]
    public void A_named_character_set_is_not_overridden(string name, string raw, string expected) =>
        Assert.Equal(expected, CharacterSet.FromName(name).Decode(Raw(raw), DicomVR.LO));

    private static void AssertRead(string terms, string vr, string raw, string expected, string fault)
    {
        string text = CharacterSet.FromTerms(terms).Decode(Raw(raw), DicomVR.Find(vr)!, out TextFault found);
        Assert.Equal((expected, fault), (text, found.ToString()));
    }
}
