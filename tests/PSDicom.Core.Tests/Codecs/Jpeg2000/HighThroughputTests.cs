using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

public class HighThroughputTests
{
    [Fact]
    public void A_stream_of_another_encoder_is_decoded()
    {
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(HighThroughputStream.Bytes(), bytesPerSample: 1);
        for (int i = 0; i < samples.Length; i++)
        {
            int x = i % 23, y = i / 23;
            uint noise = (uint)((x * 7919) ^ (y * 104_729)) * 2_654_435_761u;
            Assert.Equal(((x * 9) + (y * 5) + (int)(noise >> 28)) & 0xFF, samples[i]);
        }

        Assert.Empty(warnings);
    }

    /// <summary>
    /// A code-block of 8 by 4 whose one significant sample, 1 at column 1 of row 1, is coded one bit-plane above the last. The bits of
    /// refinement are set by hand: sample after sample down the columns, then the signs of those that became significant.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Refinement_passes_add_a_bit_plane(int passes)
    {
        // Columns 0 to 3: 1 at (0,0) and (2,1), 0 at the nine others that have significant neighbours; then the signs - and +.
        byte[] refinement = passes == 1 ? [] : [0x41, 0x08, 0x01];
        uint[] samples = Decode([.. Cleanup(), .. refinement], refinement.Length, passes);
        var expected = new uint[32];
        expected[(1 * 8) + 1] = passes == 3 ? 7u : 6u;
        if (passes > 1)
        {
            expected[0] = 0x8000_0003;
            expected[(1 * 8) + 2] = 3;
        }

        Assert.Equal(expected, samples);
    }

    [Fact]
    public void A_cleanup_segment_that_contradicts_itself_is_refused()
    {
        byte[] bytes = Cleanup();
        bytes[^1] = 0xFF;
        Assert.Empty(Decode(bytes, 0, 1));
    }

    /// <summary>A whole codestream of one code-block, whose packet header codes passes and lengths in every possible way.</summary>
    [Theory]
    [InlineData("cleanup alone", 0x40, 8, 1, 0, 0)]
    [InlineData("with refinement", 0x40, 7, 3, 3, 0)]
    [InlineData("after three passes that only hold a place", 0x40, 7, 4, 0, 2)]
    [InlineData("where both block coders are mixed", 0xC0, 8, 1, 0, 0)]
    public void Packet_headers_tell_passes_of_ht_blocks(string name, int style, int zeroPlanes, int passes, int refinementLength, int moreBits)
    {
        byte[] cleanup = Cleanup();
        var bits = new PacketBitWriter();
        Begin(bits, zeroPlanes, passes);
        bits.Put(2, 2);
        bits.Put(cleanup.Length, 4 + moreBits);
        if (refinementLength > 0) bits.Put(refinementLength, 5);
        byte[] refinement = [0x41, 0x08, 0x01];
        byte[] stream = Codestream(style, [.. bits.ToArray(), .. cleanup, .. refinement.Take(refinementLength)]);
        int[] expected = [.. Enumerable.Repeat(128, 32)];
        expected[(1 * 8) + 1] += passes == 3 ? 3 : 1;
        if (passes == 3) (expected[0], expected[(1 * 8) + 2]) = (127, 129);
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(stream);
        Assert.True(expected.SequenceEqual(samples), name);
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_block_of_part_1_may_be_among_ht_blocks()
    {
        var samples = new int[4, 8];
        samples[1, 1] = 1;
        var band = new Subband(new Area(0, 0, 8, 4), false, false, 0, 0, 9, 1) { Index = 0 };
        var encoder = new BlockEncoder(samples, band, BlockStyle.None);
        int planes = encoder.Encode();
        byte[] body = encoder.Segments[0].Bytes;
        var bits = new PacketBitWriter();
        Begin(bits, 9 - planes, encoder.Passes);
        bits.Put(0);
        bits.Put(body.Length, 3);
        int[] expected = [.. Enumerable.Repeat(128, 32)];
        expected[(1 * 8) + 1]++;
        Assert.Equal(expected, SampleImages.Decode(Codestream(0xC0, [.. bits.ToArray(), .. body])).Samples);
    }

    /// <summary>A packet that includes its only code-block for the first time.</summary>
    private static void Begin(PacketBitWriter bits, int zeroPlanes, int passes)
    {
        bits.Put(1);
        new TagTreeWriter(new int[1, 1]).Write(bits, 0, 0, 1);
        var tree = new TagTreeWriter(new[,] { { zeroPlanes } });
        for (int threshold = 1; threshold <= zeroPlanes + 1; threshold++) tree.Write(bits, 0, 0, threshold);
        bits.PutPasses(passes);
    }

    /// <summary>A codestream of 8 by 4 samples of 8 bits without wavelet, of one packet.</summary>
    private static byte[] Codestream(int style, byte[] packet) =>
    [
        0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0x40, 0, 0, 0, 0, 8, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 1, 1,
        0xFF, 0x50, 0, 8, 0, 2, 0, 0, 0, 0,
        0xFF, 0x52, 0, 12, 0, 0, 0, 1, 0, 0, 4, 4, (byte)style, 1,
        0xFF, 0x5C, 0, 4, 0x40, 8 << 3,
        0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, (byte)(14 + packet.Length), 0, 1, 0xFF, 0x93, .. packet, 0xFF, 0xD9,
    ];

    private static uint[] Decode(byte[] bytes, int refinementLength, int passes)
    {
        var block = new CodeBlock(0, 0, 8, 4);
        var contributions = new ContributionList();
        contributions.Add(block, 1, bytes.Length - refinementLength, false);
        if (passes > 1)
        {
            contributions.Add(block, passes - 1, refinementLength, false);
            contributions[1].Offset = bytes.Length - refinementLength;
        }

        using var workspace = new BlockWorkspace();
        return HighThroughputDecoder.Decode(workspace, block, contributions, bytes, isCausal: false, planes: 2) ? workspace.Samples[..32] : [];
    }

    /// <summary>The cleanup pass of eight quads, of which only the first has a significant sample, its lower right.</summary>
    private static byte[] Cleanup()
    {
        List<int> bits =
        [
            .. Codeword(QuadCodes.FirstRow, 0, 8), .. Codeword(QuadCodes.FirstRow, 4, 0),
            .. Codeword(QuadCodes.OtherRows, 4, 0), .. Codeword(QuadCodes.OtherRows, 1, 0),
        ];
        while (bits.Count % 8 != 4) bits.Add(0);
        var words = new List<byte>();
        for (int i = 4; i < bits.Count; i += 8) words.Insert(0, (byte)Number(bits, i, 8));
        Assert.DoesNotContain(words, word => (word & 0x7F) == 0x7F);
        Assert.NotEqual(7, Number(bits, 0, 3));
        // One positive sign; runs: a quad that is significant, four that are not; the length of runs and codewords in 12 bits.
        int suffix = 1 + words.Count + 2;
        return [0x00, 0x7F, .. words, (byte)((Number(bits, 0, 4) << 4) | suffix), 0];
    }

    /// <summary>The bits of the codeword without an exponent offset, lowest first.</summary>
    private static IEnumerable<int> Codeword(uint[] table, int context, int significance)
    {
        for (int word = 0; word < 128; word++)
        {
            int code = (int)table[(context << QuadCodes.MaxBits) | word];
            if ((code & 7) != 0 && ((code >> 3) & 1) == 0 && ((code >> 4) & 0xF) == significance)
                return [.. Enumerable.Range(0, code & 7).Select(i => (word >> i) & 1)];
        }

        throw new InvalidOperationException("There is no such codeword.");
    }

    private static int Number(List<int> bits, int start, int count) => Enumerable.Range(0, count).Sum(i => bits[start + i] << i);
}
