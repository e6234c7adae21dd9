using PSDicom.Data;

namespace PSDicom.Core.Tests.Data;

public class QuotedTextTests
{
    [Theory]
    [InlineData("CS", "ISO_IR 100", "'ISO_IR 100'")]
    [InlineData("CS", "ISO 2022 IR 6\\ISO 2022 IR 87", @"'ISO 2022 IR 6\ISO 2022 IR 87'")]
    [InlineData("CS", "ABCDEFGHIJKLMNOPQ", "no code")]
    [InlineData("CS", "Doe", "no code")]
    [InlineData("CS", "DOE^JANE", "no code")]
    [InlineData("CS", "RGB\0", "no code")]
    [InlineData("CS", "RGB\\x\\RGB", "no code")]
    [InlineData("UI", "1.2.840", "'1.2.840'")]
    [InlineData("UI", "1.2.PAT", "no unique identifier")]
    [InlineData("UI", "1234567890123456789012345678901234567890123456789012345678901234.5", "no unique identifier")]
    [InlineData("IS", "-12", "'-12'")]
    [InlineData("IS", "1A", "no whole number")]
    [InlineData("IS", "1234567890123", "no whole number")]
    [InlineData("LO", "BRAIN, weich", "'BRAIN, weich'")]
    [InlineData("LO", "BRAIN(\0", "no text of a line")]
    public void Only_what_is_of_its_kind_is_quoted(string vr, string text, string expected) =>
        Assert.Equal(expected, QuotedText.Of(DicomVR.Find(vr)!, text));
}
