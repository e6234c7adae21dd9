namespace PSDicom.Core.Tests.Dictionary;

public class PrivateAttributeTests
{
    [Fact]
    public void Every_row_is_found_in_any_block()
    {
        List<string[]> rows = TableRows.Read("private-attributes.tsv");
        Assert.Equal(10531, rows.Count);
        string creator = "";
        foreach (string[] row in rows)
        {
            if (row[0].Length > 0) creator = row[0];
            string group = row[1][..4].Replace("xx", "01");
            string[] blocks = row[1][4] == 'x' ? ["77", "FE"] : [row[1][4..6]];
            foreach (string block in blocks)
            {
                DicomTag tag = DicomTag.Parse(group + block + row[1][6..]);
                Assert.True(DicomDictionary.TryGetPrivate(creator, tag, out DicomDictionaryEntry? entry), creator + tag);
                Assert.Equal((creator, "", row[3], row[4]), (entry.PrivateCreator, entry.Keyword, entry.VM, entry.Name));
                Assert.Equal(row[2], string.Join(" or ", entry.VRs));
                Assert.Equal($"({row[1][..4]},xx{row[1][6..]})", entry.TagPattern);
                Assert.True(entry.Matches(tag));
                Assert.Same(entry.VR, DicomDictionary.FindPrivateVR(creator, tag, out bool isAmbiguous));
                Assert.Equal(row[2].Contains(" or "), isAmbiguous);
            }
        }
    }

    [Fact]
    public void Block_is_whatever_the_file_reserved()
    {
        Assert.True(DicomDictionary.TryGetPrivate("SIEMENS CSA HEADER", new DicomTag(0x0029, 0x1010), out DicomDictionaryEntry? first));
        Assert.True(DicomDictionary.TryGetPrivate("SIEMENS CSA HEADER", new DicomTag(0x0029, 0x4210), out DicomDictionaryEntry? second));
        Assert.Same(first, second);
        Assert.Equal("CSA Image Header Info", first.Name);
        Assert.Equal("CSA Image Header Info", first.ToString());
        Assert.Equal("(0029,xx10)", first.TagPattern);
        Assert.False(first.Matches(new DicomTag(0x0029, 0x0010)), "the creator element is not in its own block");
    }

    [Fact]
    public void Attribute_of_one_block_is_preferred_there_and_used_elsewhere_if_alone()
    {
        // 01F1104E SH and 01F1xx4E LO
        Assert.Same(DicomVR.SH, DicomDictionary.FindPrivateVR("ELSCINT1", new DicomTag(0x01F1, 0x104E)));
        Assert.Same(DicomVR.LO, DicomDictionary.FindPrivateVR("ELSCINT1", new DicomTag(0x01F1, 0x114E)));

        // 01F91001 LO, and no 01F9xx01
        Assert.Same(DicomVR.LO, DicomDictionary.FindPrivateVR("ELSCINT1", new DicomTag(0x01F9, 0x1201)));
    }

    /// <summary>Where explicit VR files of the vendors contradict the collected table, the files are right.</summary>
    [Theory]
    [InlineData("ELSCINT1", 0x01F1_1026, "DS")]
    [InlineData("ACUSON:1.2.840.113680.1.0:7f10", 0x7FDF_100B, "SL")]
    [InlineData("GEMS_GENIE_1", 0x0013_101C, "FD")]
    [InlineData("GEMS_GENIE_1", 0x0013_1012, "SL")]
    [InlineData("KINETDX_GRAPHICS", 0x0021_10A4, "OB")]
    [InlineData("SIEMENS MR HEADER", 0x0051_100B, "LO")]
    [InlineData("SIEMENS MR SDI 02", 0x0021_1089, "FD")]
    public void Value_representations_are_those_of_real_files(string creator, uint tag, string vr) =>
        Assert.Equal(vr, DicomDictionary.FindPrivateVR(creator, new DicomTag(tag))?.Code);

    [Theory]
    [InlineData(0x6001)]
    [InlineData(0x601F)]
    public void Range_of_groups_has_one_entry(ushort group)
    {
        Assert.True(DicomDictionary.TryGetPrivate("PAPYRUS 3.0", new DicomTag(group, 0x1011), out DicomDictionaryEntry? entry));
        Assert.Equal(("Overlay Columns", "(60xx,xx11)"), (entry.Name, entry.TagPattern));
    }

    [Theory]
    [InlineData("SIEMENS CSA HEADER ")]
    [InlineData("  SIEMENS CSA HEADER")]
    [InlineData("SIEMENS CSA HEADER\0")]
    public void Creator_is_compared_without_padding(string creator) =>
        Assert.Same(DicomVR.OB, DicomDictionary.FindPrivateVR(creator, new DicomTag(0x0029, 0x1010)));

    [Fact]
    public void Creator_in_other_case_gives_the_name_but_decides_on_no_value_representation()
    {
        var tag = new DicomTag(0x0029, 0x1010);
        Assert.True(DicomDictionary.TryGetPrivate("Siemens Csa Header", tag, out DicomDictionaryEntry? entry));
        Assert.NotEmpty(entry.Name);
        Assert.Null(DicomDictionary.FindPrivateVR("Siemens Csa Header", tag));
    }

    [Fact]
    public void Creators_that_differ_in_case_are_different()
    {
        Assert.True(DicomDictionary.TryGetPrivate("HOLOGIC", new DicomTag(0x0011, 0x1000), out DicomDictionaryEntry? upper));
        Assert.True(DicomDictionary.TryGetPrivate("Hologic", new DicomTag(0x0011, 0x1000), out DicomDictionaryEntry? mixed));
        Assert.Equal(("HOLOGIC", "Hologic"), (upper.PrivateCreator, mixed.PrivateCreator));
    }

    [Theory]
    [InlineData("SIEMENS CSA HEADER", 0x002910FEu)]
    [InlineData("SIEMENS CSA HEADER", 0x00290010u)]
    [InlineData("SIEMENS CSA HEADER", 0x00281010u)]
    [InlineData("SIEMENS CSA HEADE", 0x00291010u)]
    [InlineData("ELSCINT1", 0xFFFF10FFu)]
    [InlineData("", 0x00291010u)]
    [InlineData(null, 0x00291010u)]
    public void Unpublished_attributes_are_not_found(string? creator, uint tag)
    {
        Assert.False(DicomDictionary.TryGetPrivate(creator, new DicomTag(tag), out _));
        Assert.Null(DicomDictionary.FindPrivateVR(creator, new DicomTag(tag)));
    }
}
