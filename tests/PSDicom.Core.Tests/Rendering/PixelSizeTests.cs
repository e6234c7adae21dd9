using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Rendering;

public class PixelSizeTests
{
    private const uint ImagerPixelSpacing = 0x0018_1164;
    private const uint NominalScannedPixelSpacing = 0x0018_2010;
    private const uint PixelSpacing = 0x0028_0030;
    private const uint PixelAspectRatio = 0x0028_0034;

    [Fact]
    public void The_first_number_is_the_height()
    {
        PixelSize size = Of(new DatasetBuilder().With(PixelSpacing, "DS", @"0.5\0.25"));
        Assert.Equal((0.25, 0.5, 2.0), (size.Width, size.Height, size.Aspect));
    }

    [Fact]
    public void The_patient_goes_before_the_detector_and_that_before_the_film()
    {
        Assert.Equal(1, Of(new DatasetBuilder().With(ImagerPixelSpacing, "DS", @"2\2").With(NominalScannedPixelSpacing, "DS", @"3\3").With(PixelSpacing, "DS", @"1\1")).Width);
        Assert.Equal(2, Of(new DatasetBuilder().With(ImagerPixelSpacing, "DS", @"2\2").With(NominalScannedPixelSpacing, "DS", @"3\3")).Width);
        Assert.Equal(3, Of(new DatasetBuilder().With(NominalScannedPixelSpacing, "DS", @"3\3")).Width);
    }

    [Fact]
    public void An_aspect_ratio_is_no_size()
    {
        PixelSize size = Of(new DatasetBuilder().With(PixelAspectRatio, "IS", @"4\3"));
        Assert.Equal((null, null, 4.0 / 3), (size.Width, size.Height, size.Aspect));
    }

    [Theory]
    [InlineData(@"0\0")]
    [InlineData(@"-1\1")]
    [InlineData("none")]
    [InlineData("")]
    public void What_is_no_size_is_passed_over(string spacing) =>
        Assert.Equal(2, Of(new DatasetBuilder().With(ImagerPixelSpacing, "DS", @"2\2").With(PixelSpacing, "DS", spacing)).Width);

    [Fact]
    public void One_number_stands_for_both() => Assert.Equal(0.7, Of(new DatasetBuilder().With(PixelSpacing, "DS", "0.7")).Height);

    [Fact]
    public void A_frame_goes_before_all_frames_and_these_before_the_image()
    {
        DatasetBuilder dataset = new DatasetBuilder()
            .With(PixelSpacing, "DS", @"9\9")
            .WithSequence(0x5200_9229, Measures("2"))
            .WithSequence(0x5200_9230, Measures("1"), new DatasetBuilder());
        Assert.Equal(1, Of(dataset, 0).Width);
        Assert.Equal(2, Of(dataset, 1).Width);
        Assert.Equal(2, Of(dataset, 2).Width);
    }

    [Fact]
    public void Nothing_said_is_nothing_known()
    {
        PixelSize size = Of(new DatasetBuilder());
        Assert.Equal((null, null, null), (size.Width, size.Height, size.Aspect));
    }

    private static DatasetBuilder Measures(string spacing) =>
        new DatasetBuilder().WithSequence(0x0028_9110, new DatasetBuilder().With(PixelSpacing, "DS", $@"{spacing}\{spacing}"));

    private static PixelSize Of(DatasetBuilder dataset, int frame = 0) => PixelSize.Of(DicomFile.Open(dataset.ToFile()).Dataset, frame);
}
