using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Streams damaged in every way give samples or one kind of error, nothing else.</summary>
public class MutationTests
{
    private const int Mutations = 400;
    private const long MaxBytes = 1 << 24;

    public static TheoryData<string> Kinds => ["sequential", "sequential, in intervals", "progressive", "refined", "lossless", "lossless colour"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damage_gives_samples_or_an_error(string kind)
    {
        byte[] stream = Make(kind);
        var random = new Random(kind.Length);
        int decoded = 0;
        for (int i = 0; i < Mutations; i++)
        {
            if (Decodes(Mutate(stream, random))) decoded++;
        }

        // The damage is not so great that nothing but headers is tested.
        Assert.InRange(decoded, Mutations / 10, Mutations);
    }

    private static bool Decodes(byte[] stream)
    {
        try
        {
            CodestreamInfo info = new JpegDecoder().Inspect(stream);
            if ((long)info.Rows * info.Columns * info.SamplesPerPixel * 2 > MaxBytes) return false;
            Decoded.From(stream);
            return true;
        }
        catch (DicomException fault)
        {
            Assert.Equal(DicomErrorReason.InvalidCodestream, fault.Reason);
            return false;
        }
    }

    private static byte[] Mutate(byte[] stream, Random random)
    {
        byte[] damaged = (byte[])stream.Clone();
        if (random.Next(5) == 0) return damaged[..random.Next(damaged.Length)];
        int reach = random.Next(3) == 0 ? 200 : damaged.Length;
        for (int i = random.Next(1, 6); i > 0; i--)
            damaged[random.Next(reach)] = random.Next(4) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
        return damaged;
    }

    private static byte[] Make(string kind)
    {
        var random = new Random(7);
        int[] Plane() => Enumerable.Range(0, 40 * 50).Select(_ => random.Next(200)).ToArray();
        var lossless = new ReferenceLosslessEncoder { Rows = 40, Columns = 50, Precision = 16, Predictor = 7, RestartLines = 5 };
        if (kind == "lossless") return lossless.Encode(Plane());
        var color = new ReferenceLosslessEncoder { Rows = 40, Columns = 50, Predictor = 4 };
        if (kind == "lossless colour") return color.Encode(Plane(), Plane(), Plane());

        var encoder = new ReferenceDctEncoder
        {
            Rows = 45, Columns = 53, Quantization = 4, RestartInterval = kind is "refined" or "sequential, in intervals" ? 3 : 0, Sampling = [(2, 2), (1, 1), (1, 1)],
        };
        int[][,][] blocks = encoder.MakeBlocks((_, _, _) =>
            Enumerable.Range(0, 64).Select(k => random.Next(k + 1) < 3 ? random.Next(-60, 60) / (k + 1) : 0).ToArray());
        return kind.StartsWith("sequential", StringComparison.Ordinal) ? encoder.EncodeSequential(blocks) : encoder.EncodeProgressive(blocks, kind == "refined");
    }
}
