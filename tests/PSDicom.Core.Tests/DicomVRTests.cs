namespace PSDicom.Core.Tests;

public class DicomVRTests
{
    [Fact]
    public void Every_value_representation_of_the_standard_is_found_by_its_letters()
    {
        Assert.Equal(34, DicomVR.All.Count);
        Assert.All(DicomVR.All, vr => Assert.Same(vr, DicomVR.Find(vr.Code)));
        Assert.Null(DicomVR.Find("OX"));
        Assert.Null(DicomVR.Find("??"));
        Assert.Null(DicomVR.Find("\u0141A"));
    }

    [Fact]
    public void Those_with_a_long_length_are_the_ones_of_PS3_5_table_7_1_1() =>
        Assert.Equal(
            ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"],
            DicomVR.All.Where(vr => vr.HasLongLength).Select(vr => vr.Code).OrderBy(code => code, StringComparer.Ordinal));
}
