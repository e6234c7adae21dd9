namespace PSDicom.Bench;

/// <summary>
/// A picture like a radiograph: a black collimator border, a soft body with sharp ribs, and noise that grows with the exposure.
/// Deterministic.
/// </summary>
internal static class SampleImage
{
    /// <summary>Rows, and columns.</summary>
    public const int Side = 2048;

    /// <summary>Bits of a grey sample.</summary>
    public const int Bits = 12;

    private const int Border = 48;
    private const double Highest = (1 << Bits) - 1;

    /// <summary>Grey samples of 12 bits, row by row.</summary>
    public static ushort[] Grey()
    {
        var noise = new Noise(12345);
        var samples = new ushort[Side * Side];
        for (int y = Border; y < Side - Border; y++)
        {
            for (int x = Border; x < Side - Border; x++)
            {
                double exposure = Exposure((x - (Side / 2)) / (Side / 2.0), (y - (Side / 2)) / (Side / 2.0));
                double value = exposure + (noise.Next() * (2 + Math.Sqrt(exposure) / 6));
                samples[(y * Side) + x] = (ushort)Math.Clamp(value, 0, Highest);
            }
        }

        return samples;
    }

    /// <summary>Red, green and blue of 8 bits, pixel by pixel: the same picture tinted, each colour with its own noise.</summary>
    public static byte[] Color()
    {
        var noise = new Noise(54321);
        ushort[] grey = Grey();
        var samples = new byte[grey.Length * 3];
        for (int i = 0; i < grey.Length; i++)
        {
            double brightness = grey[i] / 16.0, tint = 24 * Math.Sin(i % Side / 90.0) * Math.Cos(i / Side / 130.0);
            samples[i * 3] = Byte(brightness + tint + (3 * noise.Next()));
            samples[(i * 3) + 1] = Byte((brightness * 0.7) + (3 * noise.Next()));
            samples[(i * 3) + 2] = Byte((brightness * 0.6) - tint + (3 * noise.Next()));
        }

        return samples;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value, 0, byte.MaxValue);

    private static double Exposure(double x, double y)
    {
        double body = Math.Exp(-((x * x * 1.6) + (y * y * 0.7)));
        double lungs = Math.Exp(-12 * (Square(Math.Abs(x) - 0.38) + (0.4 * Square(y + 0.1))));
        double spine = Math.Exp(-90 * x * x) * (1 + (0.2 * Math.Sin(y * 42)));
        bool isRib = Math.Abs(x) is > 0.1 and < 0.7 && Math.Sin((y * 30) + (x * x * 14)) > 0.6;
        return 3600 - (2300 * body) + (1500 * lungs) - (700 * spine) - (isRib ? 260 : 0);
    }

    private static double Square(double value) => value * value;
}
