using System.Buffers.Binary;
using PSDicom.Codecs;
using PSDicom.Codecs.Rle;

namespace PSDicom.Core.Tests.Codecs.Rle;

public class RleEncoderTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 8, false)]
    [InlineData(1, 8, true)]
    [InlineData(1, 12, true)]
    [InlineData(1, 16, false)]
    [InlineData(3, 8, false)]
    [InlineData(3, 16, false)]
    public void Samples_come_back(int samples, int bits, bool isSigned)
    {
        foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned))
        {
            byte[] encoded = Encode(frame);
            byte[] decoded = new byte[frame.Samples.Length];
            var warnings = new List<string>();
            new RleDecoder().Decode(encoded, frame.Format.Shape, decoded, warnings);
            Assert.Empty(warnings);
            Assert.Equal(frame.Samples, decoded);
        }
    }

    [Fact]
    public void Each_byte_of_a_pixel_is_a_segment_of_even_length()
    {
        byte[] encoded = Encode(TestFrame.Make(3, 5, 3, 16, false, (x, y, component) => (component << 12) + (y << 8) + x));
        Assert.Equal(6u, BinaryPrimitives.ReadUInt32LittleEndian(encoded));
        Assert.Equal(64u, BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan(4)));
        for (int i = 1; i < 15; i++)
        {
            uint offset = BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan(4 + (4 * i)));
            Assert.Equal(0u, offset % 2);
            Assert.Equal(i < 6, offset > 64);
        }

        // The high bytes of the second component: a run of each row, and the low bytes: its columns.
        int third = (int)BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan(12)), fourth = (int)BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan(16));
        Assert.Equal([0xFC, 0x10, 0xFC, 0x11, 0xFC, 0x12], encoded[third..fourth]);
        Assert.Equal([4, 0, 1, 2, 3, 4], encoded[fourth..(fourth + 6)]);
        Assert.Equal(0, encoded.Length % 2);
    }

    [Theory]
    [InlineData(new byte[] { 1, 1 }, new byte[] { 0xFF, 1 })]
    [InlineData(new byte[] { 1, 2, 2, 3 }, new byte[] { 3, 1, 2, 2, 3 })]
    [InlineData(new byte[] { 1, 2, 2, 2, 3 }, new byte[] { 0, 1, 0xFE, 2, 0, 3 })]
    [InlineData(new byte[] { 1, 1, 2, 2, 3 }, new byte[] { 0xFF, 1, 0xFF, 2, 0, 3 })]
    public void Runs_are_repeated_where_that_is_shorter(byte[] row, byte[] packets)
    {
        byte[] encoded = Encode(TestFrame.Make(1, row.Length, 1, 8, false, (x, _, _) => row[x]));
        Assert.Equal(packets, encoded[64..(64 + packets.Length)]);
        Assert.InRange(encoded.Length, 64 + packets.Length, 65 + packets.Length);
    }

    [Fact]
    public void Packets_of_all_lengths_are_within_a_row()
    {
        for (int width = 1; width <= 400; width++)
        {
            int length = width;
            TestFrame frame = TestFrame.Make(3, width, 1, 8, false, (x, y, _) => y == 1 ? x * 7 : x < length / 2 ? 9 : x * 5);
            byte[] encoded = Encode(frame), rows = new byte[width];
            int position = 64;
            for (int y = 0; y < 3; y++)
            {
                int filled = 0;
                while (filled < width)
                {
                    int count = (sbyte)encoded[position++];
                    int packet = count < 0 ? 1 - count : count + 1;
                    if (count < 0) rows.AsSpan(filled, packet).Fill(encoded[position++]);
                    else encoded.AsSpan(position, packet).CopyTo(rows.AsSpan(filled));
                    if (count >= 0) position += packet;
                    filled += packet;
                }

                Assert.Equal(width, filled);
                Assert.Equal(frame.Samples.AsSpan(y * width, width).ToArray(), rows);
            }

            Assert.InRange(encoded.Length - position, 0, 1);
        }
    }

    [Fact]
    public void Frames_are_added_to_what_is_there()
    {
        TestFrame frame = TestFrame.Make(5, 5, 1, 16, false, (x, y, _) => x * y * 99);
        var target = new EncodedBytes();
        target.Write([1, 2, 3]);
        new RleEncoder().Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target);
        Assert.Equal([1, 2, 3, .. Encode(frame)], target.Memory.ToArray());
    }

    [Theory]
    [InlineData("MONOCHROME2", 1, 32, 32, false, false, "Bits Allocated")]
    [InlineData("MONOCHROME2", 1, 1, 1, false, false, "Bits Allocated")]
    [InlineData("MONOCHROME2", 1, 32, 32, false, true, "floating-point")]
    [InlineData("PALETTE COLOR", 1, 8, 8, true, false, "unsigned")]
    [InlineData("YBR_FULL", 3, 16, 16, false, false, "Bits Allocated")]
    [InlineData("RGB", 3, 8, 9, false, false, "Bits Stored")]
    [InlineData("RGB", 1, 8, 8, false, false, "with Samples per Pixel 1")]
    [InlineData("CMYK", 4, 8, 8, false, false, "CMYK")]
    public void What_the_standard_forbids_is_refused(string interpretation, int samples, int allocated, int stored, bool isSigned, bool isFloat, string message) =>
        EncoderRefusal.Check(new RleEncoder(), interpretation, samples, allocated, stored, isSigned, message, isFloat);

    private static byte[] Encode(TestFrame frame)
    {
        var target = new EncodedBytes();
        new RleEncoder().Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target);
        return target.Memory.ToArray();
    }
}
