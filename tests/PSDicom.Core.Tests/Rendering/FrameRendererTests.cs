using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>From stored values to pictures.</summary>
public class FrameRendererTests
{
    [Fact]
    public void Bytes_without_a_window_stay()
    {
        Picture picture = GreyImage.Of(0, 1, 128, 255).Render();
        Assert.Equal(new byte[] { 0, 1, 128, 255 }, picture.Pixels);
        Assert.Equal((4, 1, 1, 8, false), (picture.Width, picture.Height, picture.SamplesPerPixel, picture.BitDepth, picture.IsBilevel));
        Assert.Null(picture.AppliedWindow());
    }

    // Of 4 bits, 15 is white: 5 * 255 / 15 = 85. Signed, -8 is black and 7 white.
    [Theory]
    [InlineData(false, new byte[] { 0, 5, 15 }, new byte[] { 0, 85, 255 })]
    [InlineData(true, new byte[] { 0x08, 0x0D, 0x07 }, new byte[] { 0, 85, 255 })]
    public void Fewer_bits_are_shown_over_their_full_range(bool isSigned, byte[] samples, byte[] expected) => Assert.Equal(
        expected, new DatasetBuilder().Describe(1, 3, 8, 4, isSigned: isSigned).WithSamples(samples).Render().Pixels);

    [Fact]
    public void More_bits_without_a_window_go_from_the_smallest_to_the_largest_value()
    {
        Picture picture = GreyImage.Words(3).WithWords(1000, 1001, 1002).Render();
        Assert.Equal(new byte[] { 0, 128, 255 }, picture.Pixels);
        Assert.Equal(new VoiWindow { Center = 1001, Width = 2, Function = VoiFunction.LinearExact }, picture.AppliedWindow());
    }

    [Fact]
    public void So_do_bytes_that_are_rescaled() => Assert.Equal(
        new byte[] { 0, 255 }, new DatasetBuilder().Describe(1, 2, 8).WithRescale("0", "2").WithSamples(10, 20).Render().Pixels);

    [Theory]
    [InlineData(null)]
    [InlineData("Percentile")]
    public void A_frame_of_one_value_is_black(string? windowing) => Assert.Equal(
        new byte[] { 0, 0 }, GreyImage.Words(2).WithWords(900, 900).Render(windowing is null ? null : Windowing.Parse(windowing)).Pixels);

    // Stored 1024 is 0 HU, 1064 is 40 HU. Brain is black up to 40 - 0.5 - 39.5 = 0 and white above 79; 40 HU is (0.5 / 79 + 0.5) * 255 = 129.1.
    [Fact]
    public void Values_are_rescaled_before_the_window() => Assert.Equal(
        new byte[] { 0, 129, 255 },
        GreyImage.Words(3, 12).WithRescale("-1024", "1").WithWords(1024, 1064, 1103).Render(Windowing.Of(40, 80)).Pixels);

    [Fact]
    public void A_modality_LUT_comes_before_the_window() => Assert.Equal(
        new byte[] { 0, 255, 128 },
        GreyImage.Words(3, 8).WithSequence(0x0028_3000, GreyImage.Lut(0, 16, null, "US", 1000, 3000, 2000)).WithWords(0, 1, 2)
            .Render(Windowing.Between(1000, 3000)).Pixels);

    [Theory]
    [InlineData("XA", "LOG", new byte[] { 0, 128, 255 })]
    [InlineData("RF", "DISP", new byte[] { 0, 128, 255 })]
    [InlineData("XA", "LIN", new byte[] { 0, 255, 0 })]
    [InlineData("CR", "LOG", new byte[] { 0, 255, 0 })]
    public void Of_angiograms_the_modality_LUT_is_not_for_display(string modality, string relationship, byte[] expected)
    {
        DatasetBuilder image = new DatasetBuilder().With(0x0008_0060, "CS", modality).Describe(1, 3, 8)
            .With(0x0028_1040, "CS", relationship)
            .WithSequence(0x0028_3000, GreyImage.Lut(0, 8, null, "US", 0, 2, 0))
            .WithSamples(0, 1, 2);
        Assert.Equal(expected, image.Render(Windowing.Between(0, 2)).Pixels);
    }

    [Theory]
    [InlineData("MONOCHROME2", null, false, new byte[] { 0, 51, 255 })]
    [InlineData("MONOCHROME1", null, false, new byte[] { 255, 204, 0 })]
    [InlineData("MONOCHROME1", "INVERSE", false, new byte[] { 255, 204, 0 })]
    [InlineData("MONOCHROME1", "IDENTITY", false, new byte[] { 255, 204, 0 })]
    [InlineData("MONOCHROME2", "INVERSE", false, new byte[] { 255, 204, 0 })]
    [InlineData("MONOCHROME2", "IDENTITY", false, new byte[] { 0, 51, 255 })]
    [InlineData("MONOCHROME2", null, true, new byte[] { 255, 204, 0 })]
    [InlineData("MONOCHROME1", null, true, new byte[] { 0, 51, 255 })]
    public void Greys_are_reversed_once(string photometric, string? shape, bool invert, byte[] expected)
    {
        DatasetBuilder image = new DatasetBuilder().Describe(1, 3, 8, photometric: photometric);
        if (shape is not null) image.With(0x2050_0020, "CS", shape);
        Assert.Equal(expected, image.WithSamples(0, 51, 255).Render(new RenderOptions { Invert = invert }).Pixels);
    }

    [Fact]
    public void A_range_with_one_end_takes_the_other_from_the_frame()
    {
        DatasetBuilder Image() => GreyImage.Words(3).WithWords(0, 100, 200);
        Assert.Equal(new byte[] { 0, 0, 255 }, Image().Render(Windowing.Between(100, null)).Pixels);
        Assert.Equal(new byte[] { 0, 255, 255 }, Image().Render(Windowing.Between(null, 100)).Pixels);
        Assert.Equal(new byte[] { 0, 0, 0 }, Image().Render(Windowing.Between(300, null)).Pixels);
    }

    [Fact]
    public void Single_bits_are_bilevel_as_long_as_they_are_shown_as_they_are()
    {
        DatasetBuilder Bits() => new DatasetBuilder().Describe(1, 8, 1).WithSamples(0b0000_0101);
        Picture picture = Bits().Render();
        Assert.Equal(new byte[] { 255, 0, 255, 0, 0, 0, 0, 0 }, picture.Pixels);
        Assert.Equal(1, picture.BitDepth);
        Assert.False(Bits().Render(Windowing.Of(0.5, 2)).IsBilevel);
        Assert.False(Bits().Render(Windowing.None).IsBilevel);
    }

    // -1 to 3: 0 is a quarter, 63.75.
    [Fact]
    public void Real_numbers_go_from_the_smallest_to_the_largest()
    {
        Picture picture = new DatasetBuilder().Describe(1, 5, 32)
            .With(0x7FE0_0008, "OF", -1, 0, 3, float.NaN, double.PositiveInfinity).Render();
        Assert.Equal(new byte[] { 0, 64, 255, 0, 255 }, picture.Pixels);
    }

    [Fact]
    public void A_window_of_real_numbers_has_no_half_values() => Assert.Equal(
        new byte[] { 0, 64, 128, 255 },
        new DatasetBuilder().Describe(1, 4, 64).With(0x7FE0_0009, "OD", 0, 0.5, 1, 2).Render(Windowing.Of(1, 2)).Pixels);

    // Unsigned, 80000000 hexadecimal lies in the middle of 0 and FFFFFFFF; signed, it is the smallest, and FFFFFFFF is -1, just below 0.
    [Theory]
    [InlineData(false, new byte[] { 0, 128, 255 })]
    [InlineData(true, new byte[] { 255, 0, 255 })]
    public void Values_of_32_bits_are_windowed(bool isSigned, byte[] expected) => Assert.Equal(
        expected,
        new DatasetBuilder().Describe(1, 3, 32, isSigned: isSigned)
            .WithValue(FrameImage.PixelData, "OW", 0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0xFF)
            .Render(Windowing.MinMax).Pixels);

    [Fact]
    public void Without_a_window_stored_values_stay_as_they_are()
    {
        DatasetBuilder Image() => GreyImage.Words(3, 12, photometric: "MONOCHROME1").WithWindow("1", "2").WithRescale("-1024", "3").WithWords(0, 5, 4095);
        Assert.Equal(new ushort[] { 0, 5, 4095 }, Image().Render(Windowing.None).Pixels);
        Assert.Equal(new ushort[] { 0, 5, 4095 }, Image().Render(new RenderOptions { BitDepth = 16 }).Pixels);
        Assert.Equal(new ushort[] { 65535, 65530, 61440 }, Image().Render(new RenderOptions { BitDepth = 16, Invert = true }).Pixels);
        Assert.Equal(new byte[] { 3, 9 }, new DatasetBuilder().Describe(1, 2, 8, 5).WithSamples(3, 9).Render(Windowing.None).Pixels);
        Assert.Equal(
            new ushort[] { 3, 9 },
            new DatasetBuilder().Describe(1, 2, 8).WithSamples(3, 9).Render(new RenderOptions { BitDepth = 16 }).Pixels);
    }

    [Fact]
    public void Signed_stored_values_are_moved_up() => Assert.Equal(
        new ushort[] { 0, 2047, 2048, 4095 }, GreyImage.Words(4, 12, isSigned: true).WithWords(-2048, -1, 0, 2047).Render(Windowing.None).Pixels);

    [Fact]
    public void Stored_values_that_do_not_fit_are_an_error()
    {
        static DicomErrorReason Fail(Func<Picture> render) => Assert.Throws<DicomException>(render).Reason;
        Assert.Equal(
            DicomErrorReason.PictureNotSupported,
            Fail(() => GreyImage.Words(1, 12).WithWords(1).Render(new RenderOptions { Windowing = Windowing.None, BitDepth = 8 })));
        Assert.Equal(
            DicomErrorReason.PictureNotSupported,
            Fail(() => new DatasetBuilder().Describe(1, 1, 32).With(0x7FE0_0008, "OF", 1).Render(Windowing.None)));
        Assert.Equal(
            DicomErrorReason.PictureNotSupported,
            Fail(() => new DatasetBuilder().Describe(1, 1, 8, samples: 2).WithSamples(1, 2).Render()));
    }

    [Fact]
    public void A_window_can_be_16_bits_wide() => Assert.Equal(
        new ushort[] { 0, 32768, 65535 },
        GreyImage.Words(3).WithWords(0, 50, 100).Render(new RenderOptions { Windowing = Windowing.Between(0, 100), BitDepth = 16 }).Pixels);

    [Theory]
    [InlineData(7)]
    [InlineData(12)]
    public void Pictures_have_8_or_16_bits(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GreyImage.Of(1).Render(new RenderOptions { BitDepth = bits }));

    [Fact]
    public void Color_is_brought_to_8_or_16_bits()
    {
        static DatasetBuilder Color(int allocated, int stored) => new DatasetBuilder().Describe(1, 1, allocated, stored, samples: 3, photometric: "RGB");
        Assert.Equal(new byte[] { 1, 2, 255 }, Color(8, 8).WithSamples(1, 2, 255).Render().Pixels);
        Assert.Equal(new ushort[] { 257, 514, 65535 }, Color(8, 8).WithSamples(1, 2, 255).Render(new RenderOptions { BitDepth = 16 }).Pixels);
        Assert.Equal(new byte[] { 254, 253, 0 }, Color(8, 8).WithSamples(1, 2, 255).Render(new RenderOptions { Invert = true }).Pixels);

        // Of 12 bits, 4095 is full: 2048 * 255 / 4095 = 127.5, 2048 * 65535 / 4095 = 32775.5.
        Assert.Equal(new byte[] { 0, 128, 255 }, Color(16, 12).WithWords(0, 2048, 4095).Render().Pixels);
        Assert.Equal(new ushort[] { 0, 32776, 65535 }, Color(16, 12).WithWords(0, 2048, 4095).Render(Windowing.None).Pixels);
        Assert.Equal(new ushort[] { 0, 1, 65535 }, Color(16, 16).WithWords(0, 1, 65535).Render(new RenderOptions { BitDepth = 16 }).Pixels);
        Assert.Equal(3, Color(8, 8).WithSamples(1, 2, 3).Render(Windowing.Parse("Brain")).SamplesPerPixel);
    }

    [Fact]
    public void Color_of_32_bits_is_shown_by_its_upper_bits()
    {
        static DatasetBuilder Color() => new DatasetBuilder().Describe(1, 1, 32, samples: 3, photometric: "RGB")
            .WithValue(FrameImage.PixelData, "OW", [.. new[] { 0u, 0x8000_FFFFu, uint.MaxValue }.SelectMany(BitConverter.GetBytes)]);
        Assert.Equal(new byte[] { 0, 128, 255 }, Color().Render().Pixels);
        Assert.Equal(new ushort[] { 0, 0x8000, 65535 }, Color().Render(new RenderOptions { BitDepth = 16 }).Pixels);
        Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Color().Render(Windowing.None)).Reason);
    }

    [Fact]
    public void The_size_of_pixels_is_told()
    {
        Picture picture = GreyImage.Words(2).With(0x0028_0030, "DS", "0.5\\0.25").WithWords(1, 2).Render();
        Assert.Equal((0.25, 0.5), (picture.PixelWidth, picture.PixelHeight));
    }

    [Fact]
    public void Many_threads_render_frames_of_different_windows()
    {
        const int Frames = 64;
        DatasetBuilder[] groups = [.. Enumerable.Range(0, Frames).Select(i => GreyImage.WindowGroup($"{100 + i}", "1"))];
        DicomFile file = DicomFile.Open(GreyImage.Words(1, frames: Frames).WithGroups(new DatasetBuilder(), groups)
            .WithWords([.. Enumerable.Range(0, Frames).Select(i => 99 + i + (i % 2))]).ToFile());
        using var frames = FrameFile.Open(file, CancellationToken.None);
        var renderer = new FrameRenderer(file.Dataset, new RenderOptions());

        // Black up to the center - 0.5: odd frames have the center itself, which is white.
        Parallel.For(0, 4 * Frames, i =>
        {
            DicomFrame frame = frames.Read((i % Frames) + 1, null);
            Assert.Equal(new[] { (byte)(i % 2 * 255) }, renderer.Render(frame, []).Pixels);
        });
    }

    [Fact]
    public void The_tags_that_are_read_are_enough()
    {
        byte[] bytes = GreyImage.Words(2, 12, photometric: "MONOCHROME1").With(0x0028_0030, "DS", "0.5\\0.25").WithWindow("5", "10", "A")
            .WithRescale("1", "2").WithWords(1, 2).ToFile();
        var selection = new TagSet(FrameRenderer.Tags.Append(new DicomTag(FrameImage.PixelData)).Select(TagMask.Of));
        DicomFile file = DicomFile.Open(bytes), part = DicomFile.Open(bytes, new DicomReadOptions { Selection = selection });
        using var frames = FrameFile.Open(file, CancellationToken.None);
        var options = new RenderOptions { Windowing = Windowing.Parse("a") };
        Picture all = new FrameRenderer(file.Dataset, options).Render(frames.Read(1, null), []);
        Picture some = new FrameRenderer(part.Dataset, options).Render(frames.Read(1, null), []);
        Assert.Equal(all.Pixels, some.Pixels);
        Assert.Equal((all.AppliedWindow(), all.PixelWidth), (some.AppliedWindow(), some.PixelWidth));
    }
}
