using PSDicom.Data;

namespace PSDicom.Core.Tests.Data;

public class QuotedTextTests
{
    [Theory]
    [InlineData("CS", "ISO_IR 100", "'ISO_IR 100'")]
    [InlineData("CS", "ISO 2022 IR 6\\ISO 2022 IR 87", @"'ISO 2022 IR 6\ISO 2022 IR 87'")]
    [InlineData("CS", "ABCDEFGHIJKLMNOPQ", "not a code")]
    [InlineData("CS", "Doe", "not a code")]
    [InlineData("CS", "DOE^JANE", "not a code")]
    [InlineData("CS", "RGB\0", "not a code")]
    [InlineData("CS", "RGB\\x\\RGB", "not a code")]
    [InlineData("UI", "1.2.840", "'1.2.840'")]
    [InlineData("UI", "1.2.PAT", "not a unique identifier")]
    [InlineData("UI", "1234567890123456789012345678901234567890123456789012345678901234.5", "not a unique identifier")]
    [InlineData("IS", "-12", "'-12'")]
    [InlineData("IS", "1A", "not a whole number")]
    [InlineData("IS", "1234567890123", "not a whole number")]
    [InlineData("CS", "19570413", "not a code")]
    [InlineData("IS", "19570413 ", "not a whole number")]
    [InlineData("UI", "19570413", "not a unique identifier")]
    [InlineData("IS", "19571413", "'19571413'")]
    [InlineData("LO", "BRAIN, weich", "'BRAIN, weich'")]
    [InlineData("LO", "BRAIN(\0", "not a line of text")]
    public void Only_what_is_of_its_kind_is_quoted(string vr, string text, string expected) =>
        Assert.Equal(expected, QuotedText.Of(DicomVR.Find(vr)!, text));
}
