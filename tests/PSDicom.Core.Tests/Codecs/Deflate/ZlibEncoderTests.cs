using System.IO.Compression;
using PSDicom.Codecs.Deflate;

namespace PSDicom.Core.Tests.Codecs.Deflate;

public class ZlibEncoderTests
{
    private const int Block = ZlibEncoder.MaxBlock;

    public static TheoryData<string, byte[]> Samples => new()
    {
        { "nothing", [] },
        { "a byte", [7] },
        { "three bytes", [7, 7, 7] },
        { "eight bytes", [1, 2, 3, 4, 5, 6, 7, 8] },
        { "zeros", new byte[3 * Block] },
        { "the largest sums that there can be", [.. Enumerable.Repeat((byte)255, 2 * Block)] },
        { "one block", Noise(1, Block, 20) },
        { "one more byte", Noise(2, Block + 1, 20) },
        { "noise that cannot be compressed", Noise(3, 2 * Block + 100, 256) },
        { "little noise", Noise(4, 200_000, 3) },
        { "runs of all lengths", Runs(1, 600) },
        { "words of a language", Words(5, 300_000) },
        { "words that come again late", [.. Noise(6, 40_000, 256), .. Words(7, 20_000), .. Noise(6, 40_000, 256)] },
        { "bytes as rare as Fibonacci's numbers", Fibonacci() },
        { "every distance", Distances() },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_is_compressed_is_inflated_to_the_same(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);
        Assert.Equal(bytes, Inflate(Compress(bytes)));
    }

    [Fact]
    public void It_does_not_matter_in_what_pieces_bytes_are_written()
    {
        byte[] bytes = Words(8, 200_000), whole = Compress(bytes);
        foreach (int piece in new[] { 1, 7, 1000, Block - 1, Block + 1, bytes.Length }) Assert.Equal(whole, Compress(bytes, piece));
    }

    [Fact]
    public void A_stream_does_not_depend_on_the_one_before()
    {
        byte[] bytes = Words(9, 100_000), first = Compress(bytes);
        Compress(Noise(10, 70_001, 256));
        Assert.Equal(first, Compress(bytes));
    }

    [Fact]
    public void What_cannot_be_compressed_grows_by_a_few_bytes_a_block() =>
        Assert.InRange(Compress(Noise(11, 10 * Block, 256)).Length, 10 * Block, (10 * Block) + 100);

    [Fact]
    public void Repeats_and_rare_symbols_make_it_smaller()
    {
        Assert.InRange(Compress(new byte[Block]).Length, 1, 200);
        Assert.InRange(Compress(Words(12, Block)).Length, 1, Block / 3);
        Assert.InRange(Compress(Noise(13, Block, 16)).Length, 1, (Block / 2) + 1000);
    }

    private static byte[] Compress(byte[] bytes, int piece = Block)
    {
        var stream = new MemoryStream();
        ZlibEncoder encoder = ZlibEncoder.Start(compressed => stream.Write(compressed));
        foreach (byte[] written in bytes.Chunk(piece)) encoder.Write(written);
        encoder.Complete();
        return stream.ToArray();
    }

    /// <summary>The framework's inflater, which also checks the checksum.</summary>
    private static byte[] Inflate(byte[] bytes)
    {
        using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var inflated = new MemoryStream();
        stream.CopyTo(inflated);
        return inflated.ToArray();
    }

    private static byte[] Noise(int seed, int length, int values)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(values))];
    }

    private static byte[] Runs(int shortest, int longest) =>
        [.. Enumerable.Range(shortest, longest).SelectMany(length => Enumerable.Repeat((byte)(length * 7), length))];

    private static byte[] Words(int seed, int length)
    {
        var random = new Random(seed);
        byte[][] words = [.. Enumerable.Range(0, 60).Select(word => Noise(word, 3 + random.Next(30), 256))];
        return [.. Enumerable.Range(0, length).SelectMany(_ => words[random.Next(words.Length)]).Take(length)];
    }

    /// <summary>Frequencies that give the longest words of Huffman's tree, which are limited.</summary>
    private static byte[] Fibonacci()
    {
        var bytes = new List<byte>();
        int[] order = Noise(14, Block, 256).Select(value => (int)value).ToArray();
        for (int value = 0, count = 1, next = 1; value < 22; value++, (count, next) = (next, count + next))
            bytes.AddRange(Enumerable.Repeat((byte)(value * 3), count));
        byte[] shuffled = [.. bytes];
        Array.Sort(order[..shuffled.Length], shuffled);
        return shuffled;
    }

    /// <summary>A piece that repeats at each of many distances, up to the maximum.</summary>
    private static byte[] Distances()
    {
        byte[] piece = Noise(15, 40, 256);
        int[] gaps = [0, 1, 2, 3, 5, 9, 17, 33, 65, 200, 1000, 5000, 20_000, 32_727, 32_728, 32_729, 40_000];
        return [.. gaps.SelectMany(gap => piece.Concat(Noise(gap, gap, 256)))];
    }
}
