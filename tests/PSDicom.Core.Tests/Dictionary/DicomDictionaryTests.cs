namespace PSDicom.Core.Tests.Dictionary;

public class DicomDictionaryTests
{
    [Fact]
    public void Every_row_is_found_by_tag()
    {
        List<string[]> rows = TableRows.Read("attributes.tsv");
        Assert.Equal(5277, rows.Count);
        foreach (string[] row in rows)
        {
            Assert.True(DicomDictionary.TryGet(DicomTag.Parse(row[0].Replace('x', '2')), out DicomDictionaryEntry? entry), row[0]);
            Assert.Equal($"({row[0][..4]},{row[0][4..]})", entry.TagPattern);
            Assert.Equal(row[1], string.Join(" or ", entry.VRs));
            Assert.Equal((row[2], row[3], row[4], row[5]), (entry.VM, entry.Keyword, entry.Name, entry.IsRetired ? "Y" : ""));
            Assert.Null(entry.PrivateCreator);
        }
    }

    [Fact]
    public void Every_keyword_is_found_in_any_case()
    {
        List<string[]> rows = TableRows.Read("attributes.tsv").Where(row => row[3].Length > 0).ToList();
        Assert.Equal(rows.Select(row => row[3]), DicomDictionary.Keywords);
        foreach (string[] row in rows)
        {
            Assert.True(DicomDictionary.TryGet(row[3], out DicomDictionaryEntry? entry), row[3]);
            Assert.Equal(DicomTag.Parse(row[0].Replace('x', '0')), entry.Tag);
            Assert.True(DicomDictionary.TryGet(row[3].ToUpperInvariant(), out DicomDictionaryEntry? upper));
            Assert.Same(entry, upper);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("PatientNam")]
    [InlineData("PatientNames")]
    [InlineData("Patient\u0130D")]
    [InlineData("Retired-blank")]
    public void Other_text_than_a_keyword_is_not_found(string? keyword)
    {
        Assert.False(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry));
        Assert.Null(entry);
    }

    [Theory]
    [InlineData(0x60003000u, "OverlayData", "(60xx,3000)")]
    [InlineData(0x601E3000u, "OverlayData", "(60xx,3000)")]
    [InlineData(0x50020005u, "CurveDimensions", "(50xx,0005)")]
    [InlineData(0x7F020010u, "VariablePixelData", "(7Fxx,0010)")]
    [InlineData(0x7FE00010u, "PixelData", "(7FE0,0010)")]
    [InlineData(0x00203142u, "SourceImageIDs", "(0020,31xx)")]
    [InlineData(0x00280473u, "CoefficientCodingPointers", "(0028,04x3)")]
    [InlineData(0x10001235u, "ShiftTableTriplet", "(1000,xxx5)")]
    [InlineData(0x10101234u, "ZonalMap", "(1010,xxxx)")]
    public void Repeating_groups_have_one_entry(uint tag, string keyword, string pattern)
    {
        Assert.True(DicomDictionary.TryGet(new DicomTag(tag), out DicomDictionaryEntry? entry));
        Assert.Equal((keyword, pattern), (entry.Keyword, entry.TagPattern));
        Assert.True(entry.Matches(new DicomTag(tag)));
        Assert.False(entry.Matches(new DicomTag(tag ^ 0x8000_0000)));
        Assert.Equal(entry.VR, DicomDictionary.FindVR(new DicomTag(tag)));
        Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? same));
        Assert.Same(entry, same);
    }

    [Theory]
    [InlineData(0x60013000u)]
    [InlineData(0x00291010u)]
    [InlineData(0x00280006u | 0x0F00u)]
    [InlineData(0x00090001u)]
    public void Private_and_unknown_tags_are_not_the_standards(uint tag)
    {
        Assert.False(DicomDictionary.TryGet(new DicomTag(tag), out _));
        Assert.Null(DicomDictionary.FindVR(new DicomTag(tag)));
    }

    [Theory]
    [InlineData(0x00080000u, "UL", "GroupLength")]
    [InlineData(0x00290000u, "UL", "GroupLength")]
    [InlineData(0x10100000u, "UL", "GroupLength")]
    [InlineData(0x00020000u, "UL", "FileMetaInformationGroupLength")]
    [InlineData(0x00290010u, "LO", "PrivateCreator")]
    [InlineData(0x002900FFu, "LO", "PrivateCreator")]
    public void Group_lengths_and_private_creators_are_known_in_every_group(uint tag, string vr, string keyword)
    {
        Assert.True(DicomDictionary.TryGet(new DicomTag(tag), out DicomDictionaryEntry? entry));
        Assert.Equal((keyword, vr), (entry.Keyword, entry.VR.Code));
        Assert.True(entry.Matches(new DicomTag(tag)));
        Assert.Equal(vr, DicomDictionary.FindVR(new DicomTag(tag), out bool isAmbiguous)?.Code);
        Assert.False(isAmbiguous);
    }

    [Theory]
    [InlineData("SmallestImagePixelValue", "US", "US or SS")]
    [InlineData("LUTData", "US", "US or OW")]
    [InlineData("PixelData", "OW", "OB or OW")]
    [InlineData("OverlayData", "OW", "OB or OW")]
    public void Ambiguous_value_representations_have_a_default(string keyword, string vr, string choice)
    {
        Assert.True(DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry));
        Assert.Equal((vr, choice), (entry.VR.Code, string.Join(" or ", entry.VRs)));
        Assert.Same(entry.VR, DicomDictionary.FindVR(entry.Tag, out bool isAmbiguous));
        Assert.True(isAmbiguous);
    }

    [Fact]
    public void FindVR_agrees_with_every_entry()
    {
        foreach (string[] row in TableRows.Read("attributes.tsv"))
        {
            DicomTag tag = DicomTag.Parse(row[0].Replace('x', '4'));
            Assert.Equal(row[1] is "OB or OW" ? "OW" : row[1].Split(' ')[0], DicomDictionary.FindVR(tag, out bool isAmbiguous)?.Code ?? "");
            Assert.Equal(row[1].Contains(" or "), isAmbiguous);
        }
    }

    [Fact]
    public void Item_tags_have_no_value_representation()
    {
        var item = new DicomTag(0xFFFE, 0xE000);
        Assert.Null(DicomDictionary.FindVR(item));
        Assert.True(DicomDictionary.TryGet(item, out DicomDictionaryEntry? entry));
        Assert.Equal(("Item", DicomVR.UN), (entry.Keyword, entry.VR));
        Assert.Empty(entry.VRs);
    }

    [Theory]
    [InlineData("PatientNam", "PatientName")]
    [InlineData("PatinetID", "PatientID")]
    [InlineData("patient name", "PatientName")]
    [InlineData("Patient's Name", "PatientName")]
    [InlineData("SliceThikness", "SliceThickness")]
    [InlineData("StudyInstanceUId", "StudyInstanceUID")]
    [InlineData("WindowCent", "WindowCenter")]
    [InlineData("PatientN", "PatientName")]
    public void The_nearest_keyword_comes_first(string text, string keyword) =>
        Assert.Equal(keyword, DicomDictionary.NearestKeywords(text, 3)[0]);

    [Fact]
    public void Nearest_keywords_are_no_more_than_asked_for_and_none_when_nothing_is_near()
    {
        Assert.Equal(5, DicomDictionary.NearestKeywords("Patient", 5).Count);
        Assert.Contains("ReferencedSOPInstanceUID", DicomDictionary.NearestKeywords("SOPInstanceUID", 20));
        Assert.Empty(DicomDictionary.NearestKeywords("qqqqqqqq", 5));
        Assert.Empty(DicomDictionary.NearestKeywords(" -- ", 5));
    }
}
