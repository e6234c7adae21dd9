using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Pictures;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Fuzz;

/// <summary>Renders frames and writes them in every format.</summary>
internal sealed class PictureTarget(SeedSet seeds) : FuzzTarget
{
    // WebP is written by a library of others, which is loaded only where a file is asked for.
    private static readonly PictureFormat[] Formats = [.. Enum.GetValues<PictureFormat>().Where(format => format != PictureFormat.WebP)];
    private static readonly int[] Angles = [0, 90, 180, 270];

    private readonly Mutator _mutator = new(
        seeds.Images, [.. Mutator.Plain(seeds.Images), .. Mutator.Pixels, .. Mutator.Pixels, .. Mutator.Pixels, new ElementValues()]);

    public override string Name => "picture";

    public override int Share => 8;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        PictureFormat format = random.Pick(Formats);
        RenderOptions rendering = Rendering(random);
        var options = new FrameExportOptions
        {
            Destination = ".", Format = format, Rendering = rendering, Rescaled = format is PictureFormat.Npy or PictureFormat.Raw or PictureFormat.Tiff && random.OneIn(3),
        };
        var writing = new ImageWriteOptions { Pages = ImageFormats.Find(format).HasPages ? random.Between(1, 3) : null, Text = Text(random), Quality = random.Between(1, 100), FullChroma = random.OneIn(2) };
        return FuzzCase.Of(bytes, cost => Write(bytes, options, writing, cost), specimen);
    }

    private static RenderOptions Rendering(FuzzRandom random) => new()
    {
        Windowing = random.Below(8) switch
        {
            0 => Windowing.None,
            1 => Windowing.MinMax,
            2 => Windowing.Percentile,
            3 => Windowing.Parse(random.Between(1, 3).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            4 => Windowing.Of(random.Between(-70000, 70000), random.Pick((double[])[1e-300, 0.5, 1, 2, 80, 65536, 1e300])),
            5 => Windowing.Between(random.OneIn(2) ? null : -100, random.OneIn(2) ? null : 1e9),
            _ => Windowing.Default,
        },
        BitDepth = random.Below(3) switch { 0 => 8, 1 => 16, _ => null },
        ColorMap = random.OneIn(6) ? ColorMap.FromName(random.Pick(ColorMap.Names)) : null,
        Invert = random.OneIn(4),
        Overlay = random.OneIn(2),
        Width = random.OneIn(4) ? random.Between(1, 200) : null,
        Height = random.OneIn(4) ? random.Between(1, 200) : null,
        Scale = random.OneIn(4) ? random.Pick((double[])[1e-9, 0.1, 0.5, 2, 3.7, 1e9]) : null,
        Rotate = random.Pick(Angles),
        Flip = random.Pick(Enum.GetValues<PictureFlip>()),
    };

    /// <summary>What a header may have brought.</summary>
    private static KeyValuePair<string, string>[] Text(FuzzRandom random) =>
        [.. Enumerable.Range(0, random.Small(4)).Select(_ => KeyValuePair.Create("Patient" + (char)random.Next(), new string((char)random.Next(), random.Small(200))))];

    private static FuzzResult Write(byte[] bytes, FrameExportOptions options, ImageWriteOptions writing, CaseCost cost)
    {
        ImageFormat format = ImageFormats.Find(options.Format!.Value);
        using FrameFile file = FrameFile.Open(DicomFile.Open(bytes), CancellationToken.None);
        cost.Frames = writing.Pages ?? 1;
        cost.Produced = cost.Frames * DeclaredFrame.LengthOf(file.File, bytes.Length);
        PictureSource source = PictureSource.Of(file, options, format);
        Picture picture = source.Read(1, FrameThreads.One);
        RenderOptions asked = options.Rendering;
        InvariantException.Check(
            picture.Pixels.LongLength == (long)picture.Width * picture.Height * picture.SamplesPerPixel, $"a picture of {picture.Pixels.Length} samples");
        if (!format.IsData && !options.Rescaled && asked is { Width: { } width, Height: { } height })
            InvariantException.Check((picture.Width, picture.Height) == (width, height), "not the size that was asked for");
        cost.Produced += Buffer.ByteLength(picture.Pixels);
        using var stream = new SinkStream();
        ImageWriter writer = format.Create(stream, writing);
        writer.Add(picture);
        for (int frame = 2; frame <= Math.Min(file.Count, writing.Pages ?? 1); frame++)
        {
            // What differs is not handed to the writer of one file.
            Picture next = source.Read(frame, FrameThreads.One);
            if (picture.HasSameLayoutAs(next)) writer.Add(next);
        }

        writer.Complete();
        cost.Produced += stream.Length;
        InvariantException.Check(stream.Length > 0, "an empty file");
        var hash = new FuzzHash();
        hash.Add((long)stream.Hash);
        hash.Add(SampleArray.AsBytes(picture.Pixels));
        return new FuzzResult(hash.Value);
    }
}
