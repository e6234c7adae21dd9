using System.Reflection;

namespace PSDicom.Core.Tests;

public class DicomTagTests
{
    [Theory]
    [InlineData("(0010,0020)")]
    [InlineData("0010,0020")]
    [InlineData("00100020")]
    [InlineData(" 00100020 ")]
    public void Parse_reads_every_way_of_writing(string text) =>
        Assert.Equal(new DicomTag(0x0010, 0x0020), DicomTag.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0010")]
    [InlineData("PatientID")]
    [InlineData("(0010,0020")]
    [InlineData("0010002G")]
    public void Parse_says_how_to_write_a_tag(string text) =>
        Assert.Contains("gggg,eeee", Assert.Throws<FormatException>(() => DicomTag.Parse(text)).Message);

    [Fact]
    public void ToString_is_as_the_standard_writes_it() => Assert.Equal("(7FE0,0010)", new DicomTag(0x7FE0_0010).ToString());

    [Fact]
    public void Private_creator_of_a_private_element_is_found()
    {
        var tag = new DicomTag(0x0029, 0x1010);
        Assert.True(tag.IsPrivate);
        Assert.Equal(new DicomTag(0x0029, 0x0010), tag.PrivateCreatorTag);
        Assert.True(tag.PrivateCreatorTag.IsPrivateCreator);
    }

    [Fact]
    public void Known_tags_are_those_of_the_dictionary()
    {
        PropertyInfo[] known = typeof(DicomTag).GetProperties(BindingFlags.Public | BindingFlags.Static);
        Assert.True(known.Length > 50);
        foreach (PropertyInfo property in known)
        {
            Assert.True(DicomDictionary.TryGet((DicomTag)property.GetValue(null)!, out DicomDictionaryEntry? entry));
            Assert.Equal(property.Name, entry.Keyword);
        }
    }
}
