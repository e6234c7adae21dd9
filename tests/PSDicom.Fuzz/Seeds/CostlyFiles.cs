using System.Buffers.Binary;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>Small files that are made to cost far more than their bytes, each in another way.</summary>
internal static class CostlyFiles
{
    private const uint PixelData = 0x7FE0_0010;
    private const string Jpeg2000 = "1.2.840.10008.1.2.4.90", Baseline = "1.2.840.10008.1.2.4.50", Rle = "1.2.840.10008.1.2.5";
    private const int Large = 4096, Largest = 8192;

    public static IEnumerable<Specimen> All() =>
        [.. Fragments(), .. Deflated(), .. Nested(), .. Palettes(), .. Groups(), .. Windows(), .. Scans(), .. Tiles(), .. Blank()];

    /// <summary>Fragments that no frame can be found by.</summary>
    private static IEnumerable<Specimen> Fragments()
    {
        foreach (int count in (int[])[40, 2000])
        {
            byte[][] fragments = [.. Enumerable.Range(0, count).Select(i => (byte[])[(byte)i, (byte)(i >> 8), 1, 2, 3, 4])];
            yield return Specimen.OfFile(
                $"fragments {count}", BuiltFiles.Describe(1, 8, 8, "MONOCHROME2", count - 1).WithFragments(PixelData, [[], .. fragments]).ToFile(Baseline));
        }
    }

    private static IEnumerable<Specimen> Deflated()
    {
        const int Count = 100_000;
        byte[] items = [.. new DatasetBuilder().WithHeader(0x0040_A730, "SQ", uint.MaxValue).ToBytes(), .. Repeat(new DatasetBuilder().WithItemHeader(0).ToBytes(), Count)];
        yield return Deflate("items", items);
        yield return Deflate("elements", Repeat(new DatasetBuilder().WithEmpty(0x0009_1001, "LO").ToBytes(), Count));
        yield return Deflate("fragments", new DatasetBuilder().WithFragments(PixelData, [.. Enumerable.Repeat(Array.Empty<byte>(), Count)]).ToBytes());
        yield return Deflate("zeros", new DatasetBuilder().WithValue(0x0009_1001, "OB", new byte[16 << 20]).ToBytes());
    }

    private static Specimen Deflate(string what, byte[] dataset) =>
        Specimen.OfFile("deflated " + what, new DatasetBuilder().WithBytes(BuiltFiles.Patient(new DatasetBuilder()).ToBytes()).WithBytes(dataset).ToFile(DatasetBuilder.DeflatedLittleEndian));

    /// <summary>Many elements whose paths are long.</summary>
    private static IEnumerable<Specimen> Nested()
    {
        foreach (int depth in (int[])[20, 510])
        {
            DatasetBuilder elements = BuiltFiles.Patient(new DatasetBuilder());
            for (int level = 0; level < depth; level++) elements.WithHeader(0x0040_A730, "SQ", uint.MaxValue).WithItemHeader(uint.MaxValue);
            for (int i = 0; i < 2000; i++) elements.WithEmpty(0x0009_1001 + (uint)i, "LO");
            for (int level = 0; level < depth; level++) elements.WithItemDelimiter().WithSequenceDelimiter();
            yield return Specimen.OfFile($"nested {depth}", elements.ToFile());
        }
    }

    /// <summary>A palette of indirect segments over empty ones.</summary>
    private static IEnumerable<Specimen> Palettes()
    {
        const int Empty = 20_000, Indirect = 20_000;
        byte[] segments = [.. Repeat([0, 0, 0, 0], Empty), .. Repeat([2, 0, 0x20, 0x4E, 0, 0, 0, 0], Indirect)];
        DatasetBuilder elements = BuiltFiles.Describe(1, 8, 8, "PALETTE COLOR", frames: 2);
        for (uint colour = 1; colour <= 3; colour++) elements.With(0x0028_1100 + colour, "US", 0, 0, 16);
        for (uint colour = 1; colour <= 3; colour++) elements.WithValue(0x0028_1220 + colour, "OW", segments);
        yield return Specimen.OfFile("palette", elements.WithValue(PixelData, "OB", new byte[2 * BuiltFiles.Pixels]).ToFile());
    }

    /// <summary>Frames of a pixel, each with groups of its own.</summary>
    private static IEnumerable<Specimen> Groups()
    {
        const int Count = 250;
        DatasetBuilder[] frames =
        [
            .. Enumerable.Range(0, Count).Select(i => new DatasetBuilder()
                .WithSequence(0x0028_9145, new DatasetBuilder().With(0x0028_1052, "DS", $"{i}").With(0x0028_1053, "DS", "1"))),
        ];
        string many = string.Join('\\', Enumerable.Repeat("40", 4000));
        yield return Specimen.OfFile("groups", BuiltFiles.Describe(1, 8, 8, "MONOCHROME2", Count, rows: 1, columns: 1)
            .With(0x0028_1055, "UT", many).WithValue(0x0028_3006, "OW", new byte[20_000])
            .WithSequence(0x5200_9230, frames).WithValue(PixelData, "OB", new byte[Count]).ToFile());
    }

    /// <summary>What a message quotes of windows, and beside it who the patient is.</summary>
    private static IEnumerable<Specimen> Windows()
    {
        DatasetBuilder elements = BuiltFiles.Describe(1, 8, 8, "MONOCHROME", frames: 3).With(0x0028_1055, "LO", string.Join('\\', Enumerable.Repeat("SOFT", 30)))
            .With(0x0028_1080, "LO", $"{MessageCheck.Name}\\{MessageCheck.Id}");
        yield return Specimen.OfFile("windows", elements.WithValue(PixelData, "OB", new byte[2 * BuiltFiles.Pixels]).ToFile());
    }

    /// <summary>A scan of a few bytes again and again, over many pixels.</summary>
    private static IEnumerable<Specimen> Scans()
    {
        byte[] stream = BuiltCodestream.Progressive(512), end = [0xFF, 0xD9];
        int last = stream.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] scan = stream[last..(last + 14)];
        byte[] many = [.. stream[..^2], .. Repeat(scan, 250), .. end];
        yield return Compressed("scans", many, 512, 8, Baseline);
    }

    /// <summary>Precincts and code-blocks of next to no samples; tile-parts of next to no bytes.</summary>
    private static IEnumerable<Specimen> Tiles()
    {
        yield return Compressed("precincts", BuiltCodestream.Tiny(64, precincts: (1, 1)), 64, 8, Jpeg2000);
        yield return Compressed("tile-parts", BuiltCodestream.Tiny(64, tile: (4, 4)), 64, 8, Jpeg2000);
        yield return Compressed("code-blocks", Codestream(2048, 8, levels: 0, blockExponent: 0, [0x80]), 2048, 8, Jpeg2000);
    }

    /// <summary>Frames of which there is nothing but their size.</summary>
    private static IEnumerable<Specimen> Blank()
    {
        yield return Compressed("blank 8", Codestream(1024, 8, levels: 5, blockExponent: 4, new byte[6]), 1024, 8, Jpeg2000);
        yield return Compressed("blank 16", Codestream(Large, 16, levels: 5, blockExponent: 4, new byte[6]), Large, 16, Jpeg2000);
        yield return Compressed("blank RLE", [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], .. Repeat([0x81, 0], 512)], 1024, 8, Rle);
    }

    /// <summary>The largest blank frames that so few bytes may have: only many at once hurt.</summary>
    public static Specimen MaxBlank() => Compressed("largest", Codestream(Largest, 16, levels: 5, blockExponent: 4, new byte[6]), Largest, 16, Jpeg2000);

    private static Specimen Compressed(string name, byte[] frame, int side, int bits, string transferSyntax)
    {
        if (frame.Length % 2 == 1) frame = [.. frame, 0];
        return Specimen.OfFile(
            name,
            BuiltFiles.Describe(1, bits, bits, "MONOCHROME2", 2, rows: side, columns: side).WithFragments(PixelData, [], frame, frame).ToFile(transferSyntax));
    }

    /// <summary>JPEG 2000 of one tile of one component, and these bytes of packets.</summary>
    private static byte[] Codestream(int side, int bits, byte levels, byte blockExponent, byte[] packets)
    {
        byte[] size = [0, 0, .. Number(side), .. Number(side), .. new byte[8], .. Number(side), .. Number(side), .. new byte[8], 0, 1, (byte)(bits - 1), 1, 1];
        byte[] style = [0, 0, 0, 1, 0, levels, blockExponent, blockExponent, 0, 1];
        byte[] quantization = [0x40, .. Enumerable.Repeat((byte)0x40, (3 * levels) + 1)];
        return
        [
            0xFF, 0x4F, .. Segment(0x51, size), .. Segment(0x52, style), .. Segment(0x5C, quantization),
            .. Segment(0x90, [0, 0, 0, 0, 0, 0, 0, 1]), 0xFF, 0x93, .. packets, 0xFF, 0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Repeat(byte[] bytes, int count) => [.. Enumerable.Repeat(bytes, count).SelectMany(part => part)];
}
