using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

public class FrameTimesTests
{
    private const uint RecommendedDisplayFrameRate = 0x0008_2144, CineRate = 0x0018_0040;
    private const uint FrameTime = 0x0018_1063, FrameTimeVector = 0x0018_1065, FrameIncrementPointer = 0x0028_0009;

    [Fact]
    public void Without_any_element_a_frame_is_shown_for_a_tenth_of_a_second() => AssertTimes(new(), 100, 100, 100);

    [Fact]
    public void A_frame_time_counts_for_all() =>
        AssertTimes(new DatasetBuilder().With(FrameTime, "DS", "33.333").With(FrameIncrementPointer, "AT", FrameTime), 33.333, 33.333, 33.333);

    [Fact]
    public void A_cine_rate_is_frames_a_second() => AssertTimes(new DatasetBuilder().With(CineRate, "IS", "25"), 40, 40);

    [Fact]
    public void The_rate_recommended_for_display_goes_before_the_time_of_recording() => AssertTimes(
        new DatasetBuilder().With(RecommendedDisplayFrameRate, "IS", "20").With(CineRate, "IS", "25").With(FrameTime, "DS", "10"), 50, 50);

    [Fact]
    public void The_time_of_recording_goes_before_the_cine_rate() =>
        AssertTimes(new DatasetBuilder().With(CineRate, "IS", "25").With(FrameTime, "DS", "10"), 10, 10);

    [Fact]
    public void An_increment_is_the_time_of_the_frame_before_it() => AssertTimes(Vector("0\\40\\60\\20"), 40, 60, 20, 20, 20);

    [Fact]
    public void A_first_increment_that_is_not_0_leads_from_the_last_frame_to_the_first() => AssertTimes(Vector("30\\40\\60"), 40, 60, 30);

    [Fact]
    public void A_single_increment_is_the_time_of_all() => AssertTimes(Vector("30"), 30, 30);

    [Fact]
    public void The_vector_counts_if_it_is_pointed_at_and_the_frame_time_if_not()
    {
        AssertTimes(Vector("0\\40\\60", FrameTime, FrameTimeVector), 40, 60, 60);
        AssertTimes(Vector("0\\40\\60", FrameTime), 10, 10, 10);
        AssertTimes(Vector("0\\40\\60", 0x0054_0010), 10, 10, 10);

        static DatasetBuilder Vector(string vector, params double[] pointers) => new DatasetBuilder()
            .With(FrameTime, "DS", "10").With(FrameTimeVector, "DS", vector).With(FrameIncrementPointer, "AT", pointers);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("x")]
    [InlineData("1e300")]
    [InlineData("1e-300")]
    [InlineData("")]
    public void An_invalid_rate_is_ignored(string rate)
    {
        AssertTimes(new DatasetBuilder().With(RecommendedDisplayFrameRate, "IS", rate).With(FrameTime, "DS", "20"), 20);
        AssertTimes(new DatasetBuilder().With(CineRate, "IS", rate), 100);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("x")]
    [InlineData("1e300")]
    [InlineData("1e-300")]
    [InlineData("")]
    public void An_invalid_time_is_ignored(string time) =>
        AssertTimes(new DatasetBuilder().With(CineRate, "IS", "50").With(FrameTime, "DS", time), 20);

    [Theory]
    [InlineData("0\\0\\0")]
    [InlineData("0\\-5\\10")]
    [InlineData("0\\\\10")]
    [InlineData("0\\1e300\\10")]
    public void A_vector_with_an_invalid_time_is_ignored(string vector) => AssertTimes(Vector(vector), 100, 100);

    [Fact]
    public void All_that_is_read_is_named() => Assert.Equal(
        [RecommendedDisplayFrameRate, CineRate, FrameTime, FrameTimeVector, FrameIncrementPointer], FrameTimes.Tags.Select(tag => tag.Value));

    private static DatasetBuilder Vector(string vector) =>
        new DatasetBuilder().With(FrameTimeVector, "DS", vector).With(FrameIncrementPointer, "AT", FrameTimeVector);

    private static void AssertTimes(DatasetBuilder builder, params double[] milliseconds)
    {
        using var file = new TemporaryFile(builder.ToFile());
        FrameTimes times = FrameTimes.Of(DicomFile.Open(file.Path).Dataset);
        for (int i = 0; i < milliseconds.Length; i++) Assert.Equal(milliseconds[i], times[i + 1].TotalMilliseconds, 3);
    }
}
