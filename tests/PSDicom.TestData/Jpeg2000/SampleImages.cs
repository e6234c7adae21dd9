using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Fuzz;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Pictures for tests, and decoding them.</summary>
internal static class SampleImages
{
    /// <summary>A picture of slopes, an edge and noise, within the range of its components.</summary>
    public static Func<int, int, int, int> Sample(PictureComponent[] components) => (c, x, y) =>
    {
        int range = 1 << components[c].Precision;
        uint noise = (uint)((x * 7919) ^ (y * 104_729) ^ (c * 1_299_709)) * 2_654_435_761u;
        int value = (int)(((long)range * ((x * 3) + (y * 5) + (c * 11)) / 400) + (x > y ? range / 4 : 0) + (noise >> 29)) & (range - 1);
        return components[c].IsSigned ? value - (range / 2) : value;
    };

    public static (int[] Samples, CodestreamInfo Info, List<string> Warnings) Decode(byte[] stream, int bytesPerSample = 2)
    {
        var decoder = new Jpeg2000Decoder();
        CodestreamInfo info = decoder.Inspect(stream);
        var shape = new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, bytesPerSample);
        var frame = new byte[shape.Length];
        var warnings = new List<string>();
        OneOrMany.Decode(decoder, stream, shape, frame, warnings);
        var samples = new int[shape.Length / bytesPerSample];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = bytesPerSample switch
            {
                1 => info.IsSigned ? (sbyte)frame[i] : frame[i],
                2 => info.IsSigned ? BitConverter.ToInt16(frame, 2 * i) : BitConverter.ToUInt16(frame, 2 * i),
                _ => BitConverter.ToInt32(frame, 4 * i),
            };
        }

        return (samples, info, warnings);
    }

    /// <summary>The samples as a decoder gives them: pixel by pixel, components with fewer samples repeated.</summary>
    public static int[] Expected(StreamOptions options, int width, int height, PictureComponent[] components)
    {
        Func<int, int, int, int> sample = Sample(components);
        int stepX = components.Min(c => c.StepX), stepY = components.Min(c => c.StepY);
        int left = Tiling.CeilDivide(options.Offset.Left, stepX), right = Tiling.CeilDivide(options.Offset.Left + width, stepX);
        int top = Tiling.CeilDivide(options.Offset.Top, stepY), bottom = Tiling.CeilDivide(options.Offset.Top + height, stepY);
        var samples = new List<int>();
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                for (int c = 0; c < components.Length; c++)
                {
                    // Positions before the first sample of a component have that sample.
                    int cx = Math.Max(x * stepX / components[c].StepX, Tiling.CeilDivide(options.Offset.Left, components[c].StepX));
                    int cy = Math.Max(y * stepY / components[c].StepY, Tiling.CeilDivide(options.Offset.Top, components[c].StepY));
                    samples.Add(sample(c, cx, cy));
                }
            }
        }

        return [.. samples];
    }
}
