using PSDicom.Codecs.JpegLs;
using PSDicom.Core.Tests.Codecs.Rle;
using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

public class JpegLsCorpusTests
{
    private const string Streams = "_codestreams/team-charls+charls/test/data/";

    /// <summary>Near-lossless frames, too, have the same bytes in all decoders.</summary>
    [SkippableFact]
    public void Every_frame_is_equal_to_what_other_decoders_make_of_it()
    {
        List<OracleFrame> frames = OracleFrame.Read("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81").ToList();
        Assert.True(frames.Count >= 59, $"Only {frames.Count} frames were found.");
        Assert.Equal([], frames.Select(frame => frame.Compare(new JpegLsDecoder())).Where(difference => difference is not null));
    }

    [SkippableTheory]
    [InlineData("banny.jls", "banny.ppm")]
    [InlineData("banny-hp1.jls", "banny.ppm")]
    [InlineData("tulips-gray-8bit-512-512-hp-encoder.jls", "tulips-gray-8bit-512-512.pgm")]
    [InlineData("conformance/t8c0e0.jls", "conformance/test8.ppm")]
    [InlineData("conformance/t8c1e0.jls", "conformance/test8.ppm")]
    [InlineData("conformance/t8nde0.jls", "conformance/test8bs2.pgm")]
    [InlineData("conformance/t16e0.jls", "conformance/test16.pgm")]
    [InlineData("test8_ilv_line_rm_7.jls", "conformance/test8.ppm")]
    [InlineData("conformance/t8c1e3.jls", "conformance/test8.ppm", 3)]
    public void Streams_are_equal_to_their_pictures(string stream, string picture, int near = 0)
    {
        byte[] pixels = JpegLsTesting.Decode(File.ReadAllBytes(Path.Combine(CorpusFolder.Files, Streams, stream)));
        byte[] expected = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, Streams, picture))[^pixels.Length..];
        // Samples of two bytes are big endian in the picture.
        if (picture.Contains("test16", StringComparison.Ordinal))
            expected = [.. expected.Chunk(2).SelectMany(pair => pair.Reverse())];
        Assert.All(pixels.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -near, near));
    }

    [SkippableFact]
    public void A_stream_of_components_that_differ_in_resolution_has_the_full_one_within_its_error()
    {
        byte[] pixels = JpegLsTesting.Decode(File.ReadAllBytes(Path.Combine(CorpusFolder.Files, Streams, "conformance/t8sse3.jls")));
        byte[] picture = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, Streams, "conformance/test8.ppm"))[^pixels.Length..];
        for (int i = 0; i < pixels.Length; i += 3) Assert.InRange(pixels[i] - picture[i], -3, 3);
    }

    [SkippableFact]
    public void A_stream_made_to_break_decoders_is_refused() =>
        Assert.Contains("no line", JpegLsTesting.Refuse(File.ReadAllBytes(Path.Combine(CorpusFolder.Files, Streams, "fuzzy_input_golomb_16.jls"))), StringComparison.Ordinal);
}
