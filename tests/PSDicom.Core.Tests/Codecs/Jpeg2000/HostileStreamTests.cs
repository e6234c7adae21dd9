using System.Buffers.Binary;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Fuzz;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Codestreams of a few bytes that declare far more structure.</summary>
public class HostileStreamTests
{
    private const long MaxMemory = 64L << 20;

    [Fact]
    public void One_bit_does_not_lay_millions_of_code_blocks()
    {
        byte[] stream = Stream(Size(8192, 8192, 0, [(1, 1)]), Style(order: 0, layers: 1, levels: 0), Quantization(0), [0x80]);
        AssertTooMuchWork(stream, 8192, 8192, 1);
    }

    [Fact]
    public void Layers_of_components_without_samples_come_to_an_end()
    {
        // After the first row, components of every 255th row have no samples, no packets and no bytes.
        (int, int)[] components = [(1, 1), .. Enumerable.Repeat((1, 255), 16_000)];
        byte[] stream = Stream(Size(1, 2, 1, components), Style(order: 0, layers: 65_535, levels: 1), Quantization(1), new byte[10_000]);
        AssertTooMuchWork(stream, 1, 1, components.Length);
    }

    [Fact]
    public void Positions_without_a_precinct_come_to_an_end()
    {
        byte[] precinctsOfOne = Segment(0x53, 1, 1, 0, 4, 4, 0, 1, 0);
        byte[] stream = Stream(
            Size(1 << 22, 2, 1, [(1, 1), (1, 255)]), [.. Style(order: 2, layers: 1, levels: 0), .. precinctsOfOne], Quantization(0), new byte[200]);
        AssertTooMuchWork(stream, 1, 1 << 22, 2);
    }

    [Fact]
    public void Resolutions_of_many_components_are_not_all_laid()
    {
        (int, int)[] components = [.. Enumerable.Repeat((1, 1), 16_000)];
        byte[] style = Style(order: 0, layers: 1, levels: 32);
        AssertTooMuchWork(Stream(Size(1, 1, 0, components), style, Quantization(32), [0, 0]), 1, 1, components.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_blank_picture_takes_no_memory_but_its_own(bool isReversible)
    {
        const int Side = 2048;
        byte[] stream = Stream(Size(Side, Side, 0, [(1, 1)]), [.. Style(order: 0, layers: 1, levels: 5)[..^1], (byte)(isReversible ? 1 : 0)], isReversible ? Quantization(5) : Segment(0x5C, 0x21, 0x48, 0), new byte[6]);
        var shape = new FrameShape(Side, Side, 1, 1);
        byte[] frame = new byte[shape.Length];
        long before = GC.GetAllocatedBytesForCurrentThread();
        new Jpeg2000Decoder().Decode(stream, shape, frame, [], FrameThreads.One);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, shape.Length / 4);
        Assert.Equal(-1, frame.AsSpan().IndexOfAnyExcept((byte)128));
    }

    private static void AssertTooMuchWork(byte[] stream, int rows, int columns, int samples)
    {
        var shape = new FrameShape(rows, columns, samples, 1);
        byte[] frame = new byte[shape.Length];
        using FrameThreads many = OneOrMany.Threads();
        foreach (FrameThreads threads in new[] { FrameThreads.One, many })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            DicomException exception = Assert.Throws<DicomException>(() => new Jpeg2000Decoder().Decode(stream, shape, frame, [], threads));
            Assert.Equal(DicomErrorReason.TooMuchWork, exception.Reason);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MaxMemory, $"{allocated} bytes");
        }
    }

    private static byte[] Stream(byte[] size, byte[] style, byte[] quantization, byte[] packets)
    {
        byte[] tilePart = [.. Segment(0x90, 0, 0, 0, 0, 0, 0, 0, 1), 0xFF, 0x93, .. packets];
        return [0xFF, 0x4F, .. size, .. style, .. quantization, .. tilePart, 0xFF, 0xD9];
    }

    /// <summary>SIZ of one tile, of components of 8 bits.</summary>
    private static byte[] Size(int right, int bottom, int top, (int X, int Y)[] steps) => Segment(
        0x51,
        [
            0, 0, .. Number(right), .. Number(bottom), .. Number(0), .. Number(top), .. Number(right), .. Number(bottom), .. Number(0), .. Number(0),
            (byte)(steps.Length >> 8), (byte)steps.Length, .. steps.SelectMany(step => (byte[])[7, (byte)step.X, (byte)step.Y]),
        ]);

    /// <summary>COD of code-blocks of 4 by 4.</summary>
    private static byte[] Style(byte order, int layers, byte levels) =>
        Segment(0x52, 0, order, (byte)(layers >> 8), (byte)layers, 0, levels, 0, 0, 0, 1);

    private static byte[] Quantization(int levels) => Segment(0x5C, [0x40, .. Enumerable.Repeat((byte)0x40, (3 * levels) + 1)]);

    private static byte[] Segment(byte marker, params byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
