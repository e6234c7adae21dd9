using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Codecs.JpegLs;
using PSDicom.Core.Tests.Codecs.Rle;

namespace PSDicom.Fuzz;

/// <summary>A small compressed frame, made by an encoder of the tests.</summary>
internal sealed record BuiltCodestream(string Name, string TransferSyntax, byte[] Bytes, int Samples, int Bits)
{
    public const int Rows = 21, Columns = 27;

    private const string Baseline = "1.2.840.10008.1.2.4.50", Extended = "1.2.840.10008.1.2.4.51", Lossless = "1.2.840.10008.1.2.4.70";
    private const string JpegLs = "1.2.840.10008.1.2.4.80", Jpeg2000 = "1.2.840.10008.1.2.4.90", Rle = "1.2.840.10008.1.2.5";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BuiltCodestream> All { get; } =
    [
        .. Dct(), .. LosslessJpeg(), .. JpegLsStreams(), .. Jpeg2000Streams(),
        new("rle8", Rle, ReferenceRleEncoder.Encode(Noise(Rows * Columns), 1, 1), 1, 8),
        new("rle16", Rle, ReferenceRleEncoder.Encode(Noise(Rows * Columns * 2), 1, 2), 1, 16),
        new("rleRgb", Rle, ReferenceRleEncoder.Encode(Noise(Rows * Columns * 3), 3, 1), 3, 8),
    ];

    private static IEnumerable<BuiltCodestream> Dct()
    {
        (int, int)[] grey = [(1, 1)], color = [(2, 2), (1, 1), (1, 1)];
        ReferenceDctEncoder Encoder(int precision, (int, int)[] sampling, int restart = 0) => new()
        {
            Rows = Rows, Columns = Columns, Precision = precision, Quantization = 9, RestartInterval = restart, Sampling = sampling,
        };
        ReferenceDctEncoder eight = Encoder(8, grey), twelve = Encoder(12, grey), sampled = Encoder(8, color, restart: 2);
        yield return new("baseline", Baseline, eight.EncodeSequential(Blocks(eight), JpegStream.SOF0), 1, 8);
        yield return new("extended12", Extended, twelve.EncodeSequential(Blocks(twelve)), 1, 12);
        yield return new("colour", Baseline, sampled.EncodeSequential(Blocks(sampled), JpegStream.SOF0), 3, 8);
        yield return new("scans", Baseline, sampled.EncodeSequential(Blocks(sampled), isInterleaved: false), 3, 8);
        yield return new("progressive", Extended, eight.EncodeProgressive(Blocks(eight), isRefined: true), 1, 8);
        yield return new("progressiveColour", Extended, sampled.EncodeProgressive(Blocks(sampled), isRefined: true), 3, 8);
    }

    private static IEnumerable<BuiltCodestream> LosslessJpeg()
    {
        int[] Plane(int bits, int seed) => [.. Noise(Rows * Columns, seed).Select((value, i) => (value + (i * 3)) & ((1 << bits) - 1))];
        ReferenceLosslessEncoder Encoder(int bits, int predictor, int restart = 0) =>
            new() { Rows = Rows, Columns = Columns, Precision = bits, Predictor = predictor, RestartLines = restart };
        yield return new("lossless8", Lossless, Encoder(8, 1).Encode(Plane(8, 1)), 1, 8);
        yield return new("lossless16", Lossless, Encoder(16, 6, restart: 3).Encode(Plane(16, 2)), 1, 16);
        yield return new("losslessRgb", Lossless, Encoder(8, 4).Encode(Plane(8, 1), Plane(8, 2), Plane(8, 3)), 3, 8);
    }

    private static IEnumerable<BuiltCodestream> JpegLsStreams()
    {
        int[][,] Planes(int count, int bits) => Core.Tests.Codecs.JpegLs.SampleImages.Make(Rows, Columns, count, (1 << bits) - 1);
        yield return new("ls8", JpegLs, JpegLsStream.Image(Planes(1, 8), 8), 1, 8);
        yield return new("ls16", JpegLs, JpegLsStream.Image(Planes(1, 16), 16), 1, 16);
        yield return new("lsNear", JpegLs, JpegLsStream.Image(Planes(1, 12), 12, near: 3), 1, 12);
        for (int interleave = 0; interleave <= 2; interleave++)
            yield return new($"lsRgb{interleave}", JpegLs, JpegLsStream.Image(Planes(3, 8), 8, interleave: interleave), 3, 8);
    }

    private static IEnumerable<BuiltCodestream> Jpeg2000Streams()
    {
        PictureComponent[] grey = [new(12, false)], signed = [new(16, true)], color = [new(8, false), new(8, false), new(8, false)];
        BuiltCodestream Make(string name, StreamOptions options, PictureComponent[] components) => new(
            name,
            Jpeg2000,
            new ReferenceJpeg2000Encoder(options, Columns, Rows, components).Encode(Core.Tests.Codecs.Jpeg2000.SampleImages.Sample(components)),
            components.Length,
            components[0].Precision);
        yield return Make("j2k", new StreamOptions(), grey);
        yield return Make("j2kSigned", new StreamOptions { Levels = 5, Layers = 3, Order = (Codecs.Jpeg2000.Headers.ProgressionOrder)2 }, signed);
        yield return Make("j2kColour", new StreamOptions { HasColorTransform = true, Layers = 2, HasSop = true, HasEph = true }, color);
        yield return Make("j2kLossy", new StreamOptions { IsReversible = false, HasColorTransform = true }, color);
        yield return Make(
            "j2kTiles",
            new StreamOptions { Offset = (3, 5), Tile = (13, 11), TileOffset = (2, 1), Precincts = (3, 3), HasManyTileParts = true, Layers = 2 },
            color);
        yield return Make("j2kPacked", new StreamOptions { HasMainPackedHeaders = true, RegionShift = 5 }, grey);
        yield return Make("j2kPackedTiles", new StreamOptions { HasTilePackedHeaders = true, HasOrderChange = true, Layers = 2 }, grey);
        yield return Make("j2kStyles", new StreamOptions { Style = (Codecs.Jpeg2000.Headers.BlockStyle)0x3F }, grey);
        BuiltCodestream indices = Make("jp2", new StreamOptions(), [new(2, false)]);
        byte[] palette = Jp2Boxes.Box("pclr", [0, 4, 3, 7, 7, 7, 10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33]);
        byte[] mapping = Jp2Boxes.Box("cmap", [0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 2]);
        byte[] space = Jp2Boxes.Box("colr", [1, 0, 0, 0, 0, 0, 16]);
        byte[] boxes = [.. Jp2Boxes.Signature, .. Jp2Boxes.Box("jp2h", [.. space, .. palette, .. mapping])];
        yield return indices with { Bytes = [.. boxes, .. Jp2Boxes.Box("jp2c", indices.Bytes)], Samples = 3, Bits = 8 };
        yield return new("htj2k", "1.2.840.10008.1.2.4.201", HighThroughputStream.Bytes(), 1, 8);
    }

    /// <summary>A progressive JPEG of blank blocks.</summary>
    public static byte[] Progressive(int side)
    {
        var encoder = new ReferenceDctEncoder { Rows = side, Columns = side, Sampling = [(1, 1)] };
        return encoder.EncodeProgressive(encoder.MakeBlocks((_, _, _) => [100, .. new int[63]]), isRefined: false);
    }

    /// <summary>JPEG 2000 of many precincts or tiles, in many tile-parts.</summary>
    public static byte[] Tiny(int side, (int Width, int Height)? precincts = null, (int Width, int Height)? tile = null)
    {
        PictureComponent[] grey = [new(8, false)];
        var options = new StreamOptions { Precincts = precincts, Tile = tile, HasManyTileParts = true, Layers = 2, Levels = 1 };
        return new ReferenceJpeg2000Encoder(options, side, side, grey).Encode(Core.Tests.Codecs.Jpeg2000.SampleImages.Sample(grey));
    }

    private static int[][,][] Blocks(ReferenceDctEncoder encoder) => encoder.MakeBlocks((component, row, column) =>
    {
        int[] block = new int[64];
        byte[] noise = Noise(64, component + (31 * row) + (7 * column));
        block[0] = noise[0] - 128;
        for (int i = 1; i < 10; i++) block[i * (1 + (noise[63] % 7))] = (noise[i] % 9) - 4;
        return block;
    });

    private static byte[] Noise(int count, int seed = 1)
    {
        byte[] noise = new FuzzRandom((ulong)seed).Bytes(count);

        // Long runs too, for what codes them.
        for (int i = count / 3; i < count / 2; i++) noise[i] = noise[count / 3];
        return noise;
    }
}
