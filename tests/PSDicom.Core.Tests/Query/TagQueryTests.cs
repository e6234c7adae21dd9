using PSDicom.Query;

namespace PSDicom.Core.Tests.Query;

public class TagQueryTests
{
    [Theory]
    [InlineData("PatientName", "PatientName")]
    [InlineData(" patientNAME ", "PatientName")]
    [InlineData("(0010,0010)", "PatientName")]
    [InlineData("0010,0010", "PatientName")]
    [InlineData("00100010", "PatientName")]
    [InlineData("(7fe0,0010)", "PixelData")]
    [InlineData("00091001", "(0009,1001)")]
    [InlineData("60xx3000", "(60xx,3000)")]
    [InlineData("overlaydata", "OverlayData")]
    [InlineData("(0029,XX10)", "(0029,xx10)")]
    [InlineData("siemens csa header|0029xx10", "siemens csa header|(0029,xx10)")]
    [InlineData("1.2.840.113663.1|(0029,xx00)", "1.2.840.113663.1|(0029,xx00)")]
    [InlineData("Image (ID, Version, Size, Dump, GUID)|(0009,xx01)", "Image (ID, Version, Size, Dump, GUID)|(0009,xx01)")]
    [InlineData("Patient*", "Patient*")]
    [InlineData("Patient**", "Patient*")]
    [InlineData("RequestAttributesSequence[0].ScheduledProcedureStepID", "RequestAttributesSequence[0].ScheduledProcedureStepID")]
    [InlineData("(0040,0275)[ 0 ].00400009", "RequestAttributesSequence[0].ScheduledProcedureStepID")]
    [InlineData("RequestAttributesSequence.ScheduledProcedureStepID", "RequestAttributesSequence[*].ScheduledProcedureStepID")]
    [InlineData("RequestAttributesSequence[*].ScheduledProcedureStepID", "RequestAttributesSequence[*].ScheduledProcedureStepID")]
    [InlineData("RequestAttributesSequence.*.ScheduledProcedureStepID", "RequestAttributesSequence[*].ScheduledProcedureStepID")]
    [InlineData("RequestAttributesSequence[-1].*", "RequestAttributesSequence[-1].*")]
    [InlineData("RequestAttributesSequence[0].*.CodeValue", "RequestAttributesSequence[0].*[*].CodeValue")]
    [InlineData("*.CodeValue", "*[*].CodeValue")]
    [InlineData("RequestAttributesSequence[0].1.2.840.113663.1|0029xx00", "RequestAttributesSequence[0].1.2.840.113663.1|(0029,xx00)")]
    [InlineData("SIEMENS CSA HEADER|(0029,xx10)[0].PatientName", "SIEMENS CSA HEADER|(0029,xx10)[0].PatientName")]
    public void A_name_has_one_normalized_spelling(string text, string spelling)
    {
        Assert.Equal(spelling, TagQuery.Parse([text]).ToString());
        Assert.Equal(spelling, TagQuery.Parse([spelling]).ToString());
    }

    [Fact]
    public void Repeated_names_count_once() =>
        Assert.Equal("PatientID, PatientName", TagQuery.Parse(["PatientID", "00100010", "patientname", "PatientID"]).ToString());

    [Theory]
    [InlineData("PatienName", "'PatienName' is not a keyword of the DICOM dictionary. Did you mean PatientName or PatientAge?")]
    [InlineData("Patient's Name", "Did you mean PatientName")]
    [InlineData("Zzqqzz", "For a tag that is not in it, write (gggg,eeee).")]
    [InlineData("Patiens*", "'Patiens*' matches no keyword")]
    [InlineData("RequestAttributesSequence[0].Patientname2", "'Patientname2' is not a keyword")]
    public void The_error_of_an_unknown_keyword_names_the_nearest(string text, string message)
    {
        var exception = Assert.Throws<DicomException>(() => TagQuery.Parse([text]));
        Assert.Equal(DicomErrorReason.UnknownTag, exception.Reason);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "a tag is expected")]
    [InlineData("  ", 1, "a tag is expected")]
    [InlineData("(0010,0010", 1, "write it as (gggg,eeee)")]
    [InlineData("0010,001G", 1, "write it as (gggg,eeee)")]
    [InlineData("0010001", 1, "write it as (gggg,eeee)")]
    [InlineData("PatientName.", 13, "a tag is expected")]
    [InlineData(".PatientName", 1, "a tag is expected")]
    [InlineData("RequestAttributesSequence[0]", 29, "'.' and an element of the item are expected")]
    [InlineData("RequestAttributesSequence[0", 28, "']' is expected")]
    [InlineData("RequestAttributesSequence[].PatientName", 27, "the number of an item is expected")]
    [InlineData("RequestAttributesSequence[1.5].PatientName", 27, "the number of an item is expected")]
    [InlineData("RequestAttributesSequence[99999999999].PatientName", 27, "the number of an item is expected")]
    [InlineData("RequestAttributesSequence[0]PatientName", 29, "'.' is expected")]
    [InlineData("RequestAttributesSequence[0][1].PatientName", 29, "'.' is expected")]
    [InlineData("|(0029,xx10)", 1, "the name of a private creator is expected")]
    [InlineData("SIEMENS CSA HEADER|", 20, "a private tag is expected")]
    [InlineData("SIEMENS CSA HEADER|PatientName", 20, "a private tag is expected")]
    [InlineData("SIEMENS CSA HEADER|(0010,0010)", 20, "a private tag is expected")]
    [InlineData("SIEMENS CSA HEADER|(0029,0010)", 20, "a private tag is expected")]
    public void The_error_of_a_malformed_path_says_where_and_why(string text, int character, string expected)
    {
        var exception = Assert.Throws<DicomException>(() => TagQuery.Parse([text]));
        Assert.Equal(DicomErrorReason.InvalidTagPath, exception.Reason);
        Assert.Contains($"at character {character}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_a_query_or_one_exception()
    {
        const string Letters = "PatientName*?[]().,|0123xX-9 \0ü";
        var random = new Random(1);
        var texts = Enumerable.Range(0, 1000).Select(_ => new string(random.GetItems(Letters.AsSpan(), random.Next(30))));
        string[] longTexts =
        [
            new('*', 100_000), new('?', 100_000), new('(', 100_000), new('.', 100_000), new('|', 100_000), new('P', 100_000),
            string.Concat(Enumerable.Repeat("*a", 100_000)), string.Concat(Enumerable.Repeat("*.", 100_000)) + "*",
            string.Concat(Enumerable.Repeat("ReferencedSeriesSequence[0].", 10_000)) + "PatientName",
        ];
        int parsed = 0;
        foreach (string text in texts.Concat(longTexts))
        {
            try
            {
                TagQuery.Parse([text]);
                parsed++;
            }
            catch (DicomException exception)
            {
                Assert.True(exception.Message.Length < 600);
            }
        }

        Assert.True(parsed > 0);
    }

    [Fact]
    public void A_path_may_be_as_deep_as_files_are()
    {
        string Path(int sequences) => string.Concat(Enumerable.Repeat("ContentSequence[0].", sequences)) + "CodeValue";
        Assert.Equal(Path(512), TagQuery.Parse([Path(512)]).ToString());
        Assert.Contains("513 steps", Assert.Throws<DicomException>(() => TagQuery.Parse([Path(513)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PatientName", 0x0010_0010, new uint[] { 0x0010_0010 }, new uint[] { 0x0010_0020 })]
    [InlineData("TransferSyntaxUID", 0x0002_0010, new uint[] { 0x0002_0010 }, new uint[] { 0x0008_0018 })]
    [InlineData("RequestAttributesSequence[0].PixelData", 0x0040_0275, new uint[] { 0x0040_0275 }, new uint[] { 0x7FE0_0010 })]
    [InlineData("OverlayData", 0x60FE_3000, new uint[] { 0x6000_3000, 0x6002_3000 }, new uint[] { 0x6001_3000, 0x6000_0010 })]
    [InlineData("(0029,1010)", 0x0029_1010, new uint[] { 0x0029_1010, 0x0029_0010 }, new uint[] { 0x0029_0011, 0x0029_1110 })]
    [InlineData("(0029,xx10)", 0x0029_FF10, new uint[] { 0x0029_1110, 0x0029_0010, 0x0029_0011 }, new uint[] { 0x0029_1011 })]
    [InlineData("A|(0029,xx10)", 0x0029_FF10, new uint[] { 0x0029_1110, 0x0029_0011 }, new uint[] { 0x0029_1011 })]
    [InlineData("PatientNam*", 0x0010_0010, new uint[] { 0x0010_0010 }, new uint[] { 0x0010_0020 })]
    [InlineData("*", 0xFFFF_FFFF, new uint[] { 0x0010_0010, 0x0029_1010, 0xFFFC_FFFC }, new uint[0])]
    public void Only_what_may_match_has_to_be_read(string text, uint last, uint[] wanted, uint[] unwanted)
    {
        ITagSelection selection = TagQuery.Parse([text]).Selection;
        Assert.Equal(new DicomTag(last), selection.Last);
        Assert.All(wanted, tag => Assert.True(selection.Contains(new DicomTag(tag))));
        Assert.All(unwanted, tag => Assert.False(selection.Contains(new DicomTag(tag))));
    }
}
