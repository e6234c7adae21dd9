using System.Text;
using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Npy;

public class NpyWriterTests
{
    internal static IEnumerable<Picture> OfEveryType(int width, int height, int samplesPerPixel, int seed = 1)
    {
        var random = new Random(seed);
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (byte)random.Next(256));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (sbyte)random.Next(-128, 128));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (ushort)random.Next(65536));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (short)random.Next(-32768, 32768));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (uint)random.NextInt64(uint.MaxValue));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (int)random.NextInt64(int.MinValue, int.MaxValue));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (ulong)random.NextInt64() * 2);
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => random.NextInt64(long.MinValue, long.MaxValue));
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => (float)random.NextDouble() - 0.5f);
        yield return SamplePictures.Of(width, height, samplesPerPixel, (_, _, _) => random.NextDouble() * -1e200);
    }

    [Fact]
    public void The_header_tells_type_and_shape_and_the_values_begin_at_a_multiple_of_64()
    {
        byte[] file = PictureFolder.Write(PictureFormat.Npy, [SamplePictures.Of(3, 2, 1, (x, y, _) => (short)((y * 256) - x))]);
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0], file[..10]);
        Assert.Equal("{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }".PadRight(117) + "\n", Encoding.ASCII.GetString(file, 10, 118));
        Assert.Equal([0, 0, 255, 255, 254, 255, 0, 1, 255, 0, 254, 0], file[128..]);
    }

    [Fact]
    public void Frames_are_one_more_dimension_even_if_there_is_one()
    {
        Assert.Contains("'shape': (1, 2, 3), ", Header([SamplePictures.Grey8(3, 2)], 1), StringComparison.Ordinal);
        Assert.Contains("'shape': (2, 5, 4, 3), ", Header([SamplePictures.Rgb16(4, 5), SamplePictures.Rgb16(4, 5)], 2), StringComparison.Ordinal);
        Assert.Contains("'shape': (5, 4, 3), ", Header([SamplePictures.Rgb16(4, 5)], null), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void NumPy_reads_every_type_and_shape()
    {
        using var folder = new PictureFolder();
        List<(int[] Shape, Array Values)> expected = [];
        foreach ((int width, int height, int samples) in new[] { (1, 1, 1), (5, 3, 1), (7, 2, 3), (40, 60, 4) })
        {
            foreach (Picture picture in OfEveryType(width, height, samples, width))
            {
                folder.Add(PictureFormat.Npy, [picture]);
                expected.Add((samples == 1 ? [height, width] : [height, width, samples], picture.Pixels));
                folder.Add(PictureFormat.Npy, [picture, picture, picture], new ImageWriteOptions { Pages = 3 });
                expected.Add((samples == 1 ? [3, height, width] : [3, height, width, samples], Thrice(picture.Pixels)));
            }
        }

        foreach (((int[] shape, Array values), (int[] readShape, _, Array readValues)) in expected.Zip(IndependentReader.ReadWithNumpy(folder.Files)))
        {
            Assert.Equal(shape, readShape);
            Assert.Equal(values.GetType(), readValues.GetType());
            Assert.Equal(values, readValues);
        }
    }

    [Fact]
    public void Frames_of_another_size_or_type_are_refused()
    {
        foreach (Picture other in new[] { SamplePictures.Grey8(2, 3), SamplePictures.Grey16(3, 2), SamplePictures.Of(3, 2, 1, (_, _, _) => (sbyte)1) })
        {
            var exception = Assert.Throws<DicomException>(
                () => PictureFolder.Write(PictureFormat.Npy, [SamplePictures.Grey8(3, 2), other], new ImageWriteOptions { Pages = 2 }));
            Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
            Assert.Contains("3 x 2 x 1 Byte", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_full_disk_is_told_as_it_is()
    {
        foreach (int room in new[] { 0, 200 })
            Assert.Throws<IOException>(() => PictureFolder.Write(new FailingStream(room), PictureFormat.Npy, [SamplePictures.Grey16(100, 100)]));
    }

    private static string Header(Picture[] pictures, int? pages) =>
        Encoding.ASCII.GetString(PictureFolder.Write(PictureFormat.Npy, pictures, new ImageWriteOptions { Pages = pages }), 10, 118);

    private static Array Thrice(Array values)
    {
        Array all = Array.CreateInstance(values.GetType().GetElementType()!, values.Length * 3);
        for (int i = 0; i < 3; i++) values.CopyTo(all, i * values.Length);
        return all;
    }
}
