using PSDicom.Frames.Transcoding;

namespace PSDicom.Core.Tests.Frames.Transcoding;

public class StoredRangeTests
{
    [Fact]
    public void Samples_fit_a_number_of_bits_with_their_sign()
    {
        Assert.True(StoredRange.Fits(new ushort[] { 0, 4095 }, 12));
        Assert.False(StoredRange.Fits(new ushort[] { 0, 4096 }, 12));
        Assert.True(StoredRange.Fits(new short[] { -2048, 2047 }, 12));
        Assert.False(StoredRange.Fits(new short[] { -2049 }, 12));
        Assert.False(StoredRange.Fits(new short[] { 2048 }, 12));
        Assert.True(StoredRange.Fits(new byte[] { 127 }, 7));
        Assert.False(StoredRange.Fits(new sbyte[] { -65 }, 7));
        Assert.False(StoredRange.Fits(new uint[] { 1 << 24 }, 24));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 12)]
    [InlineData(4, 20)]
    public void Only_the_lowest_bits_are_compared_and_each_of_them(int size, int bits)
    {
        foreach (int samples in (int[])[1, 3, 8, 13])
        {
            var first = new byte[samples * size];
            new Random(size).NextBytes(first);
            for (int bit = 0; bit < first.Length * 8; bit++)
            {
                byte[] second = [.. first];
                second[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.Equal(bit % (size * 8) >= bits, StoredRange.AreSame(first, second, size, bits));
            }
        }
    }
}
