namespace PSDicom.Core.Tests.Dictionary;

/// <summary>A UID or transfer syntax equals its identifier, keyword and name.</summary>
public class NamedTests
{
    [Theory]
    [InlineData("Explicit VR Little Endian", true)]
    [InlineData("explicit vr little endian", true)]
    [InlineData("ExplicitVRLittleEndian", true)]
    [InlineData("1.2.840.10008.1.2.1", true)]
    [InlineData("1.2.840.10008.1.2", false)]
    [InlineData("Explicit VR", false)]
    [InlineData("", false)]
    public void A_transfer_syntax_equals_its_names(string text, bool expected)
    {
        Assert.Equal(expected, DicomTransferSyntax.ExplicitVRLittleEndian.Equals(text));
        Assert.Equal(expected, new DicomUID("1.2.840.10008.1.2.1").Equals(text));
    }

    [Fact]
    public void The_same_identifier_is_the_same()
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Find("1.2.840.10008.1.2.4.50")!;
        Assert.Equal(syntax, DicomTransferSyntax.Find("1.2.840.10008.1.2.4.50"));
        Assert.NotEqual(syntax, DicomTransferSyntax.ExplicitVRLittleEndian);
        Assert.Equal(new DicomUID("1.2.3").GetHashCode(), new DicomUID("1.2.3").GetHashCode());
        Assert.Equal(new DicomUID("1.2.3"), new DicomUID("1.2.3"));
        Assert.NotEqual(new DicomUID("1.2.3"), new DicomUID("1.2.4"));
    }

    [Fact]
    public void An_identifier_is_made_of_numbers_or_a_keyword()
    {
        Assert.Equal("CT Image Storage", new DicomUID("1.2.840.10008.5.1.4.1.1.2").ToString());
        Assert.Equal("1.2.840.10008.5.1.4.1.1.2", new DicomUID("CTImageStorage").Value);
        Assert.Equal(("1.2.3", "", "1.2.3"), (new DicomUID("1.2.3").Value, new DicomUID("1.2.3").Name, new DicomUID("1.2.3").ToString()));
    }
}
