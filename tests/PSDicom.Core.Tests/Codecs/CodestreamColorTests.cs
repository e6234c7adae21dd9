using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>The colour space of decoded samples, by the codestream and the data set.</summary>
public class CodestreamColorTests
{
    private static readonly ColorMarks Lossless = new();
    private static readonly ColorMarks Cosine = new() { IsDct = true };
    private static readonly ColorMarks Jpeg2000 = new() { IsJpeg2000 = true };

    [Theory]
    [InlineData("RGB", "RGB", false)]
    [InlineData("YBR_FULL", "YBR_FULL", false)]
    [InlineData("YBR_FULL_422", "YBR_FULL", false)]
    [InlineData("YBR_PARTIAL_422", "YBR_PARTIAL_422", false)]
    [InlineData("YBR_PARTIAL_420", "YBR_PARTIAL_422", false)]
    [InlineData("HSV", "HSV", false)]
    [InlineData("YBR_ICT", "RGB", true)]
    [InlineData("YBR_RCT", "RGB", true)]
    [InlineData("MONOCHROME2", "RGB", true)]
    [InlineData("PALETTE COLOR", "RGB", true)]
    [InlineData("CMYK", "RGB", true)]
    [InlineData("rubbish", "RGB", true)]
    [InlineData(null, "RGB", true)]
    public void The_label_tells_of_what_was_not_transformed(string? label, string expected, bool isWarned)
    {
        Assert.Equal((expected, isWarned), Find(label, Lossless));
        Assert.Equal((expected, isWarned), Find(label, Lossless with { HasJfif = true }));
    }

    [Theory]
    [InlineData(true, "RGB", "RGB", true)]
    [InlineData(false, "RGB", "RGB", false)]
    [InlineData(false, "YBR_FULL", "YBR_FULL", true)]
    [InlineData(true, null, "YBR_FULL", true)]
    public void Of_lossless_JPEG_Adobes_segment_counts_less_than_the_label(bool isYbr, string? label, string expected, bool isWarned) =>
        Assert.Equal((expected, isWarned), Find(label, Lossless with { HasAdobe = true, AdobeIsYbr = isYbr, HasJfif = true }));

    [Theory]
    [InlineData("RGB", "YBR_FULL", true)]
    [InlineData(null, "YBR_FULL", true)]
    [InlineData("MONOCHROME2", "YBR_FULL", true)]
    [InlineData("YBR_FULL_422", "YBR_FULL", false)]
    [InlineData("YBR_PARTIAL_422", "YBR_PARTIAL_422", false)]
    public void Subsampled_components_are_no_RGB(string? label, string expected, bool isWarned)
    {
        Assert.Equal((expected, isWarned), Find(label, Cosine with { IsSubsampled = true }));
        Assert.Equal(expected, Find(label, Cosine with { IsSubsampled = true, HasAdobe = true, AdobeIsYbr = false }).Space);
        Assert.Equal((expected, isWarned), Find(label, Jpeg2000 with { IsSubsampled = true }));
    }

    [Theory]
    [InlineData("RGB", "RGB", false)]
    [InlineData("YBR_ICT", "RGB", false)]
    [InlineData("YBR_RCT", "RGB", false)]
    [InlineData("YBR_FULL", "RGB", true)]
    [InlineData("YBR_FULL_422", "RGB", true)]
    [InlineData(null, "RGB", true)]
    public void A_transform_that_is_undone_leaves_RGB(string? label, string expected, bool isWarned)
    {
        Assert.Equal((expected, isWarned), Find(label, Jpeg2000 with { IsTransformUndone = true }));
        Assert.Equal((expected, isWarned), Find(label, Jpeg2000 with { IsTransformUndone = true, FileIsYbr = true }));
    }

    [Theory]
    [InlineData("YBR_ICT", "YBR_FULL", true)]
    [InlineData("YBR_RCT", "RGB", true)]
    [InlineData("YBR_FULL", "YBR_FULL", false)]
    [InlineData("RGB", "RGB", false)]
    public void Without_a_transform_JPEG_2000_is_what_the_label_says(string label, string expected, bool isWarned) =>
        Assert.Equal((expected, isWarned), Find(label, Jpeg2000));

    [Fact]
    public void A_JP2_file_knows_its_colors()
    {
        Assert.Equal(("YBR_FULL", true), Find("RGB", Jpeg2000 with { FileIsYbr = true }));
        Assert.Equal(("RGB", true), Find("YBR_FULL", Jpeg2000 with { FileIsYbr = false }));
    }

    [Theory]
    [InlineData(false, false, false, "RGB", "RGB", false)]
    [InlineData(false, false, false, "YBR_FULL", "YBR_FULL", false)]
    [InlineData(false, false, false, null, "YBR_FULL", true)]
    [InlineData(false, false, false, "PALETTE COLOR", "YBR_FULL", true)]
    [InlineData(false, false, false, "YBR_ICT", "YBR_FULL", true)]
    [InlineData(false, false, false, "YBR_RCT", "YBR_FULL", true)]
    [InlineData(false, false, true, "RGB", "YBR_FULL", true)]
    [InlineData(false, true, false, "YBR_FULL_422", "RGB", true)]
    [InlineData(false, true, true, "RGB", "RGB", false)]
    [InlineData(true, false, true, "RGB", "RGB", false)]
    [InlineData(true, false, true, "YBR_FULL", "RGB", true)]
    public void Of_cosines_Adobe_comes_before_names_before_JFIF_before_the_label(bool hasAdobeRgb, bool isNamedRgb, bool hasJfif, string? label, string expected, bool isWarned) =>
        Assert.Equal(
            (expected, isWarned),
            Find(label, Cosine with { HasAdobe = hasAdobeRgb, AdobeIsYbr = hasAdobeRgb ? false : null, AreNamedRgb = isNamedRgb, HasJfif = hasJfif }));

    [Theory]
    [InlineData("MONOCHROME1", "MONOCHROME1", false)]
    [InlineData("PALETTE COLOR", "PALETTE COLOR", false)]
    [InlineData(null, null, false)]
    [InlineData("RGB", "MONOCHROME2", true)]
    [InlineData("YBR_FULL_422", "MONOCHROME2", true)]
    public void One_sample_is_grey_or_an_index(string? label, string? expected, bool isWarned) => Assert.Equal((expected, isWarned), Find(label, Cosine, 1));

    [Fact]
    public void Four_samples_are_what_the_label_says()
    {
        Assert.Equal(("CMYK", false), Find("CMYK", Cosine, 4));
        Assert.Equal(("CMYK", true), Find("CMYK", Cosine with { HasAdobe = true }, 4));
    }

    private static (string? Space, bool IsWarned) Find(string? label, ColorMarks marks, int samples = 3)
    {
        (string? space, string? warning) = CodestreamColor.Find(label, samples, marks);
        return (space, warning is not null);
    }
}
