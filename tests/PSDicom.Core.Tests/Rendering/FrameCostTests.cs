using PSDicom.Core.Tests.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Rendering.Overlays;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Attributes of all frames are read once, whatever their size and the frames' own attributes.</summary>
public class FrameCostTests
{
    private const int FrameCount = 40;

    /// <summary>A value that is too large to stay in memory: each decoding reads it.</summary>
    private const int Long = 20_000;

    private static readonly string LongNumbers = string.Join('\\', Enumerable.Repeat("40", Long / 3));

    [Fact]
    public void Windows_of_all_frames_though_each_has_a_slope_of_its_own()
    {
        DatasetBuilder elements = Image().With(0x0028_1050, "UT", LongNumbers).With(0x0028_1051, "UT", LongNumbers).With(0x0028_1055, "UT", LongNumbers)
            .WithGroups(new(), PerFrame(frame => new DatasetBuilder().WithSequence(0x0028_9145, new DatasetBuilder().WithRescale(frame.ToString(), "1"))));
        AssertReads(elements, 3, Windowing.Default, Windowing.Parse("40"));
    }

    [Fact]
    public void Voi_lut_though_each_frame_has_a_slope_of_its_own()
    {
        DatasetBuilder elements = Image()
            .WithSequence(0x0028_3010, LongLut())
            .WithGroups(new(), PerFrame(frame => new DatasetBuilder().WithSequence(0x0028_9145, new DatasetBuilder().WithRescale($"-{frame}", "1"))));
        AssertReads(elements, 1, Windowing.Default);
    }

    [Fact]
    public void Modality_lut_and_what_is_told_of_pixels_though_there_are_groups_of_frames()
    {
        DatasetBuilder elements = Image().With(0x0028_0030, "UT", LongNumbers).With(0x0028_0120, "UT", LongNumbers)
            .WithSequence(0x0028_3000, LongLut())
            .WithGroups(new(), PerFrame(_ => new DatasetBuilder().With(0x0008_0060, "CS", "OT")));
        AssertReads(elements, 3, Windowing.MinMax);
    }

    [Fact]
    public void Overlays_of_all_frames()
    {
        DatasetBuilder elements = Image().With(0x6000_0010, "US", 400).With(0x6000_0011, "US", 400).WithValue(0x6000_3000, "OB", new byte[Long]);
        (DicomDataset dataset, CountingSource source) = CountingSource.Read(elements);
        OverlayPlanes planes = OverlayPlanes.Read(dataset);
        OverlayMask[] masks = [.. Enumerable.Range(0, FrameCount).Select(frame => Assert.Single(planes.Take(frame, null, 1, 1)))];
        Assert.Equal(1, source.Reads);
        Assert.All(masks, mask => Assert.Equal((400, 400), (mask.Rows, mask.Columns)));
    }

    [Fact]
    public void Creators_of_private_blocks()
    {
        DatasetBuilder elements = new DatasetBuilder().WithValue(0x0009_0010, "LO", [.. Enumerable.Repeat((byte)'A', Long)]);
        for (uint i = 0; i < 200; i++) elements.WithEmpty(0x0009_1000 + i, "LO");
        (DicomDataset dataset, CountingSource source) = CountingSource.Read(elements);
        Assert.All(dataset.Elements.Skip(1), element => Assert.Equal(Long, element.PrivateCreator!.Length));
        Assert.Equal(1, source.Reads);
    }

    /// <summary>A frame with fewer pixels than values is rendered like one with many.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Few_pixels_get_the_greys_that_many_get(bool isSigned)
    {
        int[] few = [0, 1, 1000, isSigned ? -5 : 40000];
        int[] many = [.. few, .. new int[8000]];
        foreach (string window in new[] { "500/1000", "MinMax", "Percentile" })
        {
            if (window == "Percentile" && !isSigned) continue;
            Picture ofFew = Render(few, isSigned, window == "Percentile" ? "MinMax" : window), ofMany = Render(many, isSigned, window == "Percentile" ? "MinMax" : window);
            Assert.Equal(ofMany.Pixels.Cast<byte>().Take(few.Length), ofFew.Pixels.Cast<byte>());
        }
    }

    private static Picture Render(int[] samples, bool isSigned, string window) =>
        GreyImage.Words(samples.Length, isSigned: isSigned).WithRescale("-10", "2").WithWords(samples).Render(Windowing.Parse(window));

    private static DatasetBuilder Image() => new DatasetBuilder().Describe(1, 1, 16, frames: FrameCount);

    private static DatasetBuilder LongLut() => GreyImage.Lut(0, 16, null, "US", [.. Enumerable.Range(0, Long).Select(i => (double)i)]);

    private static DatasetBuilder[] PerFrame(Func<int, DatasetBuilder> make) => [.. Enumerable.Range(0, FrameCount).Select(make)];

    private static void AssertReads(DatasetBuilder elements, int most, params Windowing[] windowings)
    {
        foreach (Windowing windowing in windowings)
        {
            (DicomDataset dataset, CountingSource source) = CountingSource.Read(elements);
            var renderer = new FrameRenderer(dataset, new RenderOptions { Windowing = windowing });
            for (int frame = 1; frame <= FrameCount; frame++)
            {
                var stored = new DicomFrame(new ushort[] { 7 })
                {
                    Frame = frame, Rows = 1, Columns = 1, SamplesPerPixel = 1, BitsAllocated = 16, BitsStored = 16, PhotometricInterpretation = "MONOCHROME2",
                };
                Assert.Equal(1, renderer.Render(stored, []).Width);
            }

            // Each value once, and that there is one.
            Assert.InRange(source.Reads, 1, most);
        }
    }
}
