using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>A frame to encode.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Samples">Its samples, as decoders write them: signed ones are sign-extended.</param>
internal sealed record TestFrame(FrameFormat Format, byte[] Samples)
{
    public override string ToString() =>
        $"{Format.Shape.Columns} x {Format.Shape.Rows} x {Format.Shape.SamplesPerPixel}, {Format.BitsStored} bits{(Format.IsSigned ? ", signed" : "")}";

    /// <summary>The samples as codestreams without signs have them.</summary>
    public byte[] WithoutSign
    {
        get
        {
            FrameShape shape = Format.Shape;
            return Make(shape.Rows, shape.Columns, shape.SamplesPerPixel, Format.BitsStored, false, (x, y, component) =>
                SampleAt(Samples, ((((y * shape.Columns) + x) * shape.SamplesPerPixel) + component) * shape.BytesPerSample)).Samples;
        }
    }

    /// <summary>The value of a sample, with the frame's bits and sign.</summary>
    public int SampleAt(byte[] bytes, int position)
    {
        int value = Format.Shape.BytesPerSample == 1 ? bytes[position] : BitConverter.ToUInt16(bytes, position), unused = 32 - Format.BitsStored;
        return Format.IsSigned ? value << unused >> unused : (int)((uint)value << unused >> unused);
    }

    /// <summary>A frame whose samples are a function of column, row and component; the lowest bits of its results are used.</summary>
    public static TestFrame Make(int rows, int columns, int samples, int bits, bool isSigned, Func<int, int, int, int> sampleAt)
    {
        var shape = new FrameShape(rows, columns, samples, bits > 8 ? 2 : 1);
        byte[] bytes = new byte[shape.Length];
        int position = 0;
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                for (int component = 0; component < samples; component++)
                {
                    int value = sampleAt(x, y, component) << (32 - bits);
                    value = isSigned ? value >> (32 - bits) : (int)((uint)value >> (32 - bits));
                    bytes[position++] = (byte)value;
                    if (shape.BytesPerSample == 2) bytes[position++] = (byte)(value >> 8);
                }
            }
        }

        var format = new FrameFormat
        {
            Shape = shape,
            BitsAllocated = 8 * shape.BytesPerSample,
            BitsStored = bits,
            IsSigned = isSigned,
            PhotometricInterpretation = samples == 1 ? "MONOCHROME2" : "RGB",
        };
        return new TestFrame(format, bytes);
    }

    /// <summary>Flat, smooth, noisy and extreme content in small frames of odd sizes, single rows and columns.</summary>
    public static IEnumerable<TestFrame> All(int samples, int bits, bool isSigned)
    {
        foreach ((int rows, int columns) in new[] { (1, 1), (1, 37), (41, 1), (2, 2), (7, 9), (16, 16), (33, 130), (65, 300) })
        {
            foreach (Func<int, int, int, int> content in Contents(bits, isSigned))
                yield return Make(rows, columns, samples, bits, isSigned, content);
        }
    }

    private static IEnumerable<Func<int, int, int, int>> Contents(int bits, bool isSigned)
    {
        int max = (1 << bits) - 1;
        var random = new Random(bits);
        yield return (_, _, _) => 0;
        yield return (_, _, _) => max;
        yield return (_, _, component) => max / (component + 2);
        yield return (x, y, component) => (int)((Math.Sin((x + (component * 5)) / 9.0) + Math.Cos(y / 7.0) + 2) * max / 4) - (isSigned ? max / 2 : 0);
        yield return (_, _, _) => random.Next();
        yield return (_, _, _) => random.Next(20) == 0 ? max : 0;
        yield return (_, _, _) => random.Next(2) == 0 ? max >> 1 : (max >> 1) + 1;
        yield return (x, y, _) => (x + y) % 2 == 0 ? 0 : (max >> 1) + 1;
        yield return (x, _, _) => x / 11 * 3;
        yield return (x, y, component) => y < 3 ? 5 : (x * 3) + random.Next(-2, 3) + component;
    }
}
