using PSDicom.Codecs.Jpeg.Encoding;
using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Jpeg;

public class JpegWriterTests
{
    // The tolerance of a decoder: half for rounding to integers, and its own arithmetic.
    private const double DecoderError = 0.6;

    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 1, 40 }, { 40, 1 }, { 7, 9 }, { 8, 8 }, { 9, 8 }, { 16, 16 }, { 17, 15 }, { 33, 31 }, { 64, 64 }, { 101, 67 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Grey_of_any_size_is_as_near_as_its_quantization_allows(int width, int height)
    {
        foreach (int quality in new[] { 1, 25, 75, 95, 100 })
        {
            foreach (Picture picture in new[]
            {
                TestPictures.Soft(width, height), TestPictures.Noise(width, height), TestPictures.Checkerboard(width, height),
            })
            {
                Decoded decoded = Decode(Write(picture, quality));
                Assert.Equal((height, width, 1), (decoded.Info.Rows, decoded.Info.Columns, decoded.Info.SamplesPerPixel));
                AssertNear(Samples(picture, 0), decoded.Component(0), width, height, QuantizationTable.Make(quality)[0], DecoderError);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Color_of_full_resolution_is_as_near_as_its_quantization_allows(int width, int height)
    {
        foreach (int quality in new[] { 1, 75, 100 })
        {
            foreach (Picture picture in new[]
            {
                TestPictures.Soft(width, height, 3), TestPictures.Noise(width, height, 3), TestPictures.Saturated(width, height),
            })
            {
                Decoded decoded = Decode(Write(picture, quality, fullChroma: true));
                Assert.Equal((height, width), (decoded.Info.Rows, decoded.Info.Columns));
                Assert.Equal((3, true), (decoded.Info.SamplesPerPixel, decoded.Info.IsYbr));
                double[][] expected = ToYCbCr(picture);
                QuantizationTable[] tables = QuantizationTable.Make(quality);
                for (int i = 0; i < 3; i++)
                {
                    // The conversion rounds too.
                    AssertNear(expected[i], decoded.Component(i), width, height, tables[Math.Min(i, 1)], DecoderError + 0.5);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Luminance_loses_nothing_when_color_has_half_of_the_resolution(int width, int height)
    {
        Picture picture = TestPictures.Saturated(width, height);
        Decoded half = Decode(Write(picture, 75)), full = Decode(Write(picture, 75, fullChroma: true));
        AssertNear(ToYCbCr(picture)[0], half.Component(0), width, height, QuantizationTable.Make(75)[0], DecoderError + 0.5);
        // The same, except for padding of another size at the edges.
        int[] left = half.Component(0), right = full.Component(0);
        for (int y = 0; y < height / 8 * 8; y++)
        {
            for (int x = 0; x < width / 8 * 8; x++) Assert.Equal(right[(y * width) + x], left[(y * width) + x]);
        }
    }

    [Fact]
    public void Color_of_half_the_resolution_is_the_mean_of_four()
    {
        // Each MCU of one colour by itself, made of four by chance.
        var random = new Random(11);
        byte[] colors = new byte[12];
        for (int round = 0; round < 20; round++)
        {
            random.NextBytes(colors);
            Picture picture = TestPictures.Make(16, 16, 3, (x, y, sample) => colors[(((y % 2 * 2) + (x % 2)) * 3) + sample]);
            double[][] exact = ToYCbCr(picture);
            Decoded decoded = Decode(Write(picture, 100));
            for (int i = 1; i < 3; i++)
            {
                double mean = exact[i].Average();
                Assert.All(decoded.Component(i), sample => Assert.InRange(sample - mean, -1.6, 1.6));
            }
        }
    }

    [Fact]
    public void Edges_go_on_so_that_padding_leaves_no_trace()
    {
        foreach (byte[] color in new byte[][] { [200], [255], [0], [180, 20, 90], [0, 255, 0] })
        {
            Picture picture = TestPictures.Flat(19, 21, color);
            Decoded decoded = Decode(Write(picture, 50));
            for (int i = 0; i < color.Length; i++) Assert.Single(decoded.Component(i).Distinct());
        }
    }

    [Fact]
    public void Better_quality_takes_more_bytes_and_is_nearer()
    {
        foreach (Picture picture in new[] { TestPictures.Soft(160, 120, 1, 20), TestPictures.Soft(160, 120, 3, 20) })
        {
            int length = 0;
            double error = double.MaxValue;
            foreach (int quality in new[] { 1, 10, 30, 50, 70, 85, 95, 100 })
            {
                byte[] file = Write(picture, quality, fullChroma: true);
                double[][] exact = picture.SamplesPerPixel == 1 ? [Samples(picture, 0)] : ToYCbCr(picture);
                double next = MeanSquare(exact[0], Decode(file).Component(0));
                Assert.True(file.Length > length, $"{file.Length} bytes at {quality}, {length} before");
                Assert.True(next < error, $"{next} at {quality}, {error} before");
                (length, error) = (file.Length, next);
            }
        }
    }

    [Fact]
    public void Full_resolution_of_color_takes_more_bytes_and_is_nearer()
    {
        Picture picture = TestPictures.Saturated(96, 80);
        byte[] half = Write(picture, 90), full = Write(picture, 90, fullChroma: true);
        Assert.True(full.Length > half.Length);
        double[][] exact = ToYCbCr(picture);
        for (int i = 1; i < 3; i++)
            Assert.True(MeanSquare(exact[i], Decode(full).Component(i)) < MeanSquare(exact[i], Decode(half).Component(i)) / 4);
    }

    [Fact]
    public void Bytes_of_entropy_coded_data_that_look_like_markers_are_told_from_them()
    {
        // Long enough to flush buffers many times, and with every kind of byte.
        byte[] file = Write(TestPictures.Noise(600, 500, 3), 100, fullChroma: true);
        int scan = JpegStream.Find(file, 0xDA);
        int start = scan + 2 + ((file[scan + 2] << 8) | file[scan + 3]);
        int stuffed = 0;
        for (int i = start; i < file.Length - 2; i++)
        {
            if (file[i] != 0xFF) continue;
            Assert.Equal(0, file[i + 1]);
            stuffed++;
        }

        Assert.True(stuffed > 1000);
        Assert.Equal([0xFF, 0xD9], file[^2..]);
        Assert.Empty(Decode(file).Warnings);
    }

    [Fact]
    public void A_single_bit_picture_is_written_as_grey()
    {
        Picture eight = TestPictures.Checkerboard(24, 24);
        var single = new Picture(eight.Pixels) { Width = 24, Height = 24, SamplesPerPixel = 1, IsBilevel = true };
        Assert.Equal(Write(eight, 90), Write(single, 90));
    }

    [Fact]
    public void The_stream_stays_open()
    {
        using var stream = new MemoryStream();
        Write(stream, TestPictures.Flat(8, 8, 7), new ImageWriteOptions());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void What_JPEG_cannot_hold_is_an_error()
    {
        Picture[] pictures =
        [
            new(new ushort[4]) { Width = 2, Height = 2, SamplesPerPixel = 1 },
            new(new float[4]) { Width = 2, Height = 2, SamplesPerPixel = 1 },
            new(new sbyte[4]) { Width = 2, Height = 2, SamplesPerPixel = 1 },
            new(new byte[16]) { Width = 2, Height = 2, SamplesPerPixel = 4 },
            new(new byte[65536]) { Width = 65536, Height = 1, SamplesPerPixel = 1 },
            new(new byte[65536]) { Width = 1, Height = 65536, SamplesPerPixel = 1 },
            new(Array.Empty<byte>()) { Width = 0, Height = 0, SamplesPerPixel = 1 },
        ];
        foreach (Picture picture in pictures)
        {
            using var stream = new MemoryStream();
            var exception = Assert.Throws<DicomException>(() => Write(stream, picture, new ImageWriteOptions()));
            Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
            Assert.StartsWith("JPEG ", exception.Message);
            Assert.Equal(0, stream.Length);
        }
    }

    [Fact]
    public void The_longest_lines_are_written()
    {
        foreach ((int width, int height) in new[] { (65535, 1), (1, 65535) })
        {
            Decoded decoded = Decode(Write(TestPictures.Flat(width, height, 50, 60, 70), 90));
            Assert.Equal((width, height), (decoded.Info.Columns, decoded.Info.Rows));
        }
    }

    [Fact]
    public void A_picture_with_fewer_samples_than_it_says_is_refused() =>
        Assert.Throws<ArgumentException>(() => Write(new Picture(new byte[5]) { Width = 2, Height = 3, SamplesPerPixel = 1 }, 90));

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".JPEG")]
    public void The_format_is_found_by_its_extensions(string extension)
    {
        ImageFormat format = ImageFormats.FindByExtension(extension)!;
        Assert.Equal((PictureFormat.Jpeg, ".jpg"), (format.Format, format.Extensions[0]));
        Assert.Equal((false, false, false, false), (format.HasPages, format.HasReals, format.HasSixteenBits, format.IsData));
    }

    internal static byte[] Write(Picture picture, int quality, bool fullChroma = false)
    {
        using var stream = new MemoryStream();
        Write(stream, picture, new ImageWriteOptions { Quality = quality, FullChroma = fullChroma });
        return stream.ToArray();
    }

    private static void Write(Stream stream, Picture picture, ImageWriteOptions options)
    {
        ImageWriter writer = ImageFormats.Find(PictureFormat.Jpeg).Create(stream, options);
        writer.Add(picture);
        writer.Complete();
    }

    private static Decoded Decode(byte[] file)
    {
        Decoded decoded = Decoded.From(file);
        Assert.Empty(decoded.Warnings);
        return decoded;
    }

    private static double[] Samples(Picture picture, int component) =>
        ((byte[])picture.Pixels).Where((_, i) => i % picture.SamplesPerPixel == component).Select(sample => (double)sample).ToArray();

    /// <summary>By the equations of JFIF, without rounding.</summary>
    private static double[][] ToYCbCr(Picture picture)
    {
        double[] red = Samples(picture, 0), green = Samples(picture, 1), blue = Samples(picture, 2);
        double[] y = red.Select((_, i) => (0.299 * red[i]) + (0.587 * green[i]) + (0.114 * blue[i])).ToArray();
        double[] cb = y.Select((light, i) => 128 + ((blue[i] - light) / 1.772)).ToArray();
        double[] cr = y.Select((light, i) => 128 + ((red[i] - light) / 1.402)).ToArray();
        return [y, cb, cr];
    }

    /// <summary>
    /// The transform preserves lengths (up to a factor), so the error of samples, as that of coefficients, is at most half of each divisor.
    /// Samples of padding can have the error of all. Clamping to 0 to 255 only reduces the error.
    /// </summary>
    private static void AssertNear(double[] expected, int[] actual, int width, int height, QuantizationTable table, double otherError)
    {
        double quantization = Math.Sqrt(table.Divisors.ToArray().Sum(divisor => divisor * divisor / 4.0));
        for (int top = 0; top < height; top += 8)
        {
            for (int left = 0; left < width; left += 8)
            {
                double squares = 0;
                int count = 0;
                for (int y = top; y < Math.Min(top + 8, height); y++)
                {
                    for (int x = left; x < Math.Min(left + 8, width); x++, count++)
                        squares += Math.Pow(expected[(y * width) + x] - actual[(y * width) + x], 2);
                }

                Assert.InRange(Math.Sqrt(squares), 0, quantization + (otherError * Math.Sqrt(count)));
            }
        }
    }

    private static double MeanSquare(double[] expected, int[] actual) => expected.Zip(actual, (a, b) => (a - b) * (a - b)).Average();
}
