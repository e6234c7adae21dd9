using PSDicom.Data.Rules;

namespace PSDicom.Core.Tests.Data.Rules;

/// <summary>The rules of PS3.5 sections 6.2, 6.4 and 9.1 for values.</summary>
public class ValueRulesTests
{
    [Theory]
    [InlineData("AE", "STORE_SCP 1 ")]
    [InlineData("AS", "018M")]
    [InlineData("AS", "120Y")]
    [InlineData("CS", @"ORIGINAL\PRIMARY\AXIAL ")]
    [InlineData("CS", @"A\\B")]
    [InlineData("CS", "")]
    [InlineData("CS", "  ")]
    [InlineData("DA", "20240229")]
    [InlineData("DA", @"20240229\19991231")]
    [InlineData("DS", @"-1.5E+3\ 12. \.5\+7")]
    [InlineData("DS", "-123456789012.34")]
    [InlineData("DT", "2024")]
    [InlineData("DT", "20240229101530.123456-0330")]
    [InlineData("DT", "202402+1400")]
    [InlineData("IS", @"2147483647\-2147483648\ +7 ")]
    [InlineData("IS", "000000000001")]
    [InlineData("LO", "a line of text")]
    [InlineData("LT", "a paragraph\r\nwith a \\ and a\ttab")]
    [InlineData("PN", "A^B^C^D^E=F^G=H")]
    [InlineData("SH", "\u00C4\u00D6\u00DC 345678901234")]
    [InlineData("TM", "10")]
    [InlineData("TM", @"1015\101560\235959.1\000000.123456  ")]
    [InlineData("UC", "any characters")]
    [InlineData("UI", "1.2.840.0.10008\0")]
    [InlineData("UI", @"1.2\2.25.0")]
    [InlineData("UI", "0.4.0.127.0.7")]
    [InlineData("UI", "2.999")]
    [InlineData("UI", "1.39")]
    [InlineData("UR", "https://[::1]:8080/a?b=c&d=%20#e  ")]
    [InlineData("UT", "text\f")]
    public void A_conforming_value_breaks_no_rule(string vr, string text)
    {
        Assert.Empty(ValueRules.OfText(DicomVR.Find(vr)!, text.AsSpan()));
    }

    [Theory]
    [InlineData("AE", "SEVENTEEN LETTERS", nameof(ValueRule.Length))]
    [InlineData("AE", @"A\  \B", nameof(ValueRule.Syntax))]
    [InlineData("AE", "TAB\tS", nameof(ValueRule.Repertoire))]
    [InlineData("AS", "18M", nameof(ValueRule.Syntax))]
    [InlineData("AS", "0018M", nameof(ValueRule.Length))]
    [InlineData("AS", "018y", nameof(ValueRule.Repertoire))]
    [InlineData("AS", "Y018", nameof(ValueRule.Syntax))]
    [InlineData("CS", "lower", nameof(ValueRule.Repertoire))]
    [InlineData("CS", "SEVENTEEN_LETTERS", nameof(ValueRule.Length))]
    [InlineData("CS", "PADDED\0", nameof(ValueRule.Padding))]
    [InlineData("DA", "20230229", nameof(ValueRule.Syntax))]
    [InlineData("DA", "202301", nameof(ValueRule.Syntax))]
    [InlineData("DA", "2023.01.31", nameof(ValueRule.Length))]
    [InlineData("DA", "23.01.31", nameof(ValueRule.Repertoire))]
    [InlineData("DA", "00000101", nameof(ValueRule.Syntax))]
    [InlineData("DS", "1,5", nameof(ValueRule.Repertoire))]
    [InlineData("DS", "1.2.3", nameof(ValueRule.Syntax))]
    [InlineData("DS", "E5", nameof(ValueRule.Syntax))]
    [InlineData("DS", "1E", nameof(ValueRule.Syntax))]
    [InlineData("DS", "-", nameof(ValueRule.Syntax))]
    [InlineData("DS", "1E999", nameof(ValueRule.Range))]
    [InlineData("DS", "3.14159265358979323846", nameof(ValueRule.Length))]
    [InlineData("DT", "202", nameof(ValueRule.Syntax))]
    [InlineData("DT", "20240229101530+1500", nameof(ValueRule.Syntax))]
    [InlineData("DT", "20240229101530-1230", nameof(ValueRule.Syntax))]
    [InlineData("DT", "20240229.5", nameof(ValueRule.Syntax))]
    [InlineData("IS", "1.0", nameof(ValueRule.Repertoire))]
    [InlineData("IS", "2147483648", nameof(ValueRule.Range))]
    [InlineData("IS", "-2147483649", nameof(ValueRule.Range))]
    [InlineData("IS", "1 2", nameof(ValueRule.Syntax))]
    [InlineData("IS", "+-1", nameof(ValueRule.Syntax))]
    [InlineData("LO", "two\nlines", nameof(ValueRule.Repertoire))]
    [InlineData("LT", "bell\a", nameof(ValueRule.Repertoire))]
    [InlineData("PN", "A^B^C^D^E^F", nameof(ValueRule.Syntax))]
    [InlineData("PN", "A=B=C=D", nameof(ValueRule.Syntax))]
    [InlineData("PN", "A\tB", nameof(ValueRule.Repertoire))]
    [InlineData("PN", "A12345678901234567890123456789012345678901234567890123456789012345=B", nameof(ValueRule.Length))]
    [InlineData("SH", "SEVENTEEN LETTERS", nameof(ValueRule.Length))]
    [InlineData("TM", "101", nameof(ValueRule.Syntax))]
    [InlineData("TM", "10:15:30", nameof(ValueRule.Repertoire))]
    [InlineData("TM", "2400", nameof(ValueRule.Syntax))]
    [InlineData("TM", "101561", nameof(ValueRule.Syntax))]
    [InlineData("TM", "1015.5", nameof(ValueRule.Syntax))]
    [InlineData("TM", "101530.1234567", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1.02.3", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1..3", nameof(ValueRule.Syntax))]
    [InlineData("UI", ".1", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1.2.", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1.2.x", nameof(ValueRule.Repertoire))]
    [InlineData("UI", "3.2.1", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1.40.1", nameof(ValueRule.Syntax))]
    [InlineData("UI", "0.0.1", nameof(ValueRule.Syntax))]
    [InlineData("UI", "0", nameof(ValueRule.Syntax))]
    [InlineData("UI", "1.2 ", nameof(ValueRule.Padding))]
    [InlineData("UI", "1.23456789.123456789.123456789.123456789.123456789.123456789.12345", nameof(ValueRule.Length))]
    [InlineData("UR", " http://a", nameof(ValueRule.Syntax))]
    [InlineData("UR", "http://a/<b>", nameof(ValueRule.Repertoire))]
    public void A_value_that_does_not_conform_breaks_a_rule(string vr, string text, string rule)
    {
        Assert.Equal(rule, Assert.Single(ValueRules.OfText(DicomVR.Find(vr)!, text.AsSpan())).Rule.ToString());
    }

    [Fact]
    public void Several_values_break_a_rule_once()
    {
        ValueViolation violation = Assert.Single(ValueRules.OfText(DicomVR.CS, @"A\b\C\d".AsSpan()));

        Assert.Equal("Value 2 of (0008,0008) has a lowercase letter, which CS does not allow. 1 more of its values break this rule.", violation.Describe("(0008,0008)", 4));
    }

    [Fact]
    public void No_description_has_the_value()
    {
        foreach (DicomVR vr in DicomVR.All.Where(vr => vr.Kind == DicomVRKind.Text))
        {
            string text = "Sec\u0007ret^\u00E9^^^^^^x=" + new string('Q', 70);
            Assert.All(ValueRules.OfText(vr, text.AsSpan()), violation => Assert.DoesNotMatch("Sec|ret|Q", violation.Describe("it")));
        }
    }

    [Theory]
    [InlineData("1", 1, true)]
    [InlineData("1", 2, false)]
    [InlineData("1", 0, true)]
    [InlineData("1-n", 99, true)]
    [InlineData("2-n", 1, false)]
    [InlineData("2-2n", 4, true)]
    [InlineData("2-2n", 3, false)]
    [InlineData("3-3n", 6, true)]
    [InlineData("3-3n", 5, false)]
    [InlineData("1-3", 3, true)]
    [InlineData("1-3", 4, false)]
    [InlineData("47-47n", 94, true)]
    public void The_dictionary_limits_the_number_of_values(string multiplicity, int count, bool isAllowed)
    {
        Assert.Equal(isAllowed, ValueRules.OfCount(multiplicity, count) is null);
    }

    [Fact]
    public void Every_multiplicity_of_the_dictionary_allows_something()
    {
        foreach (string keyword in DicomDictionary.Keywords)
        {
            Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry));
            if (entry.VM.Length > 0) Assert.Contains(Enumerable.Range(1, 99), count => ValueRules.OfCount(entry.VM, count) is null);
        }
    }

    [Theory]
    [InlineData("US", 4, true)]
    [InlineData("US", 3, false)]
    [InlineData("OW", 3, false)]
    [InlineData("AT", 6, false)]
    [InlineData("FD", 12, false)]
    [InlineData("OB", 3, true)]
    [InlineData("LO", 3, true)]
    public void Numbers_and_words_are_whole(string vr, long byteLength, bool isAllowed)
    {
        Assert.Equal(isAllowed, ValueRules.OfByteLength(DicomVR.Find(vr)!, byteLength) is null);
    }

    [Theory]
    [InlineData("CS", @"A\\B ", 3)]
    [InlineData("CS", "  ", 0)]
    [InlineData("ST", @"A\B", 1)]
    [InlineData("UI", "1.2\0", 1)]
    public void Values_are_counted(string vr, string text, int count)
    {
        Assert.Equal(count, ValueRules.CountValues(DicomVR.Find(vr)!, text.AsSpan()));
    }
}
