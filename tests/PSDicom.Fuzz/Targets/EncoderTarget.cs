using PSDicom.Codecs;

namespace PSDicom.Fuzz;

/// <summary>Encodes frames of any format and content, and decodes them again.</summary>
internal sealed class EncoderTarget : FuzzTarget
{
    private static readonly string[] Syntaxes = [.. EncoderRegistry.TransferSyntaxes.Order(StringComparer.Ordinal)];
    private static readonly string[] Interpretations = ["MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL", "YBR_FULL_422", "CMYK", "\u001b[2J", ""];
    private static readonly int[] Sides = [0, 1, 2, 7, 8, 9, 65534, 65535, 65536];

    /// <summary>A size is searched: the frame is encoded again for each try.</summary>
    private const int TriesOfRatio = 8;

    public override string Name => "encoder";

    public override int Share => 8;

    public override FuzzCase Make(FuzzRandom random)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Find(random.Pick(Syntaxes))!;
        FrameFormat format = Format(random);
        // Most formats are not allowed by most transfer syntaxes.
        for (int i = 0; i < 8 && !IsAllowed(syntax, format); i++) format = Format(random);
        byte[] samples = Samples(random, format);
        var options = new FrameEncodingOptions
        {
            NearLossless = random.OneIn(8) ? random.Between(-1, 300) : random.Small(8),
            Quality = random.OneIn(8) ? random.Between(-1, 102) : random.Between(1, 100),
            Subsampling = random.Pick(Enum.GetValues<ChromaSubsampling>()),
            Ratio = random.OneIn(2) ? null : random.OneIn(8) ? random.Pick((double[])[0, -1, 0.5, 1e-300, 1e300, double.NaN, double.PositiveInfinity]) : 1 + random.Small(99),
        };
        return FuzzCase.Of(samples, cost => Encode(EncoderRegistry.Find(syntax)!, syntax, samples, format, options, cost));
    }

    private static bool IsAllowed(DicomTransferSyntax syntax, FrameFormat format)
    {
        try
        {
            EncoderRegistry.Find(syntax)!.Describe(format, FrameEncodingOptions.Default);
            return true;
        }
        catch (DicomException)
        {
            return false;
        }
    }

    private static FrameFormat Format(FuzzRandom random)
    {
        int bytes = random.OneIn(10) ? random.Pick((int[])[1, 2, 4]) : random.Between(1, 2);
        int samples = random.OneIn(10) ? random.Below(6) : random.OneIn(3) ? 3 : 1;
        bool isNarrow = random.OneIn(6);
        int rows = random.OneIn(6) ? random.Pick(Sides) : random.Small(200), columns = isNarrow ? random.Pick(Sides) : random.Small(200);
        if ((long)rows * columns > 1 << 18) columns = 1 + random.Below(3);
        return new FrameFormat
        {
            Shape = new FrameShape(rows, columns, samples, bytes),
            BitsAllocated = bytes * 8,
            BitsStored = random.OneIn(10) ? random.Between(-1, 40) : random.OneIn(2) ? (bytes == 1 ? 8 : 12) : random.Between(1, bytes * 8),
            IsSigned = random.OneIn(3),
            IsFloat = random.OneIn(50),
            PhotometricInterpretation = random.OneIn(8) ? random.Pick(Interpretations) : samples == 3 ? "RGB" : "MONOCHROME2",
        };
    }

    private static byte[] Samples(FuzzRandom random, FrameFormat format)
    {
        byte[] samples = new byte[format.Shape.Length];
        int kind = random.Below(5), step = 1 + random.Small(9);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = kind switch
            {
                0 => 0,
                1 => (byte)random.Next(),
                2 => random.OneIn(20) ? (byte)random.Next() : i == 0 ? (byte)0xFF : samples[i - 1],
                3 => (byte)(i / step),
                _ => random.OneIn(2) ? (byte)0xFF : (byte)0,
            };
        }

        return samples;
    }

    private static FuzzResult Encode(
        IFrameEncoder encoder, DicomTransferSyntax syntax, byte[] samples, FrameFormat format, FrameEncodingOptions options, CaseCost cost)
    {
        cost.Frames = 3;
        cost.Produced = 4L * samples.Length * (options.Ratio is null ? 1 : TriesOfRatio);
        EncodedFormat described = encoder.Describe(format, options);
        EncodedBytes target = new(), ofMany = new();
        ofMany.Write([1, 2, 3]);
        encoder.Encode(samples, format, options, target);
        using (var threads = OneOrMany.Threads()) encoder.Encode(samples, format, options, ofMany, threads);
        InvariantException.Check(target.Memory.Span.SequenceEqual(ofMany.Memory.Span.Slice(3)), "several threads encoded other bytes than one");

        byte[] decoded = new byte[samples.Length];
        var warnings = new List<string>();
        CodecRegistry.Find(syntax, target.Memory.Span).Decode(target.Memory, format.Shape, decoded, warnings);
        InvariantException.Check(warnings.Count == 0, "decoding warned: " + string.Join(" ", warnings));
        int unused = encoder.KeepsNativeLayout || syntax.Codec == "RLE" ? 32 - (8 * format.Shape.BytesPerSample) : 32 - format.BitsStored;
        int allowed = described.LossyMethod is null ? 0 : syntax.Codec == "JPEG-LS" ? options.NearLossless : int.MaxValue;
        for (int i = 0; i < samples.Length; i += format.Shape.BytesPerSample)
            InvariantException.Check(Math.Abs((long)At(samples, i) - At(decoded, i)) <= allowed, $"sample {i / format.Shape.BytesPerSample} is another");
        var hash = new FuzzHash();
        hash.Add(target.Memory.Span);
        return new FuzzResult(hash.Value);

        int At(byte[] bytes, int position)
        {
            int value = 0;
            for (int i = 0; i < format.Shape.BytesPerSample; i++) value |= bytes[position + i] << (8 * i);
            return format.IsSigned ? value << unused >> unused : (int)((uint)value << unused >> unused);
        }
    }
}
