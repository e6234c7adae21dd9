namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A quantization table, DQT (T.81 B.2.4.1), in <see cref="TransformOrder"/>.</summary>
internal sealed class Quantization
{
    /// <summary>
    /// The largest dequantized coefficient for which 16 bits hold the first pass for 8-bit samples: a column adds up to 7.5 times as much,
    /// with two fraction bits. Pictures have at most 1024, and half a quantization step.
    /// </summary>
    private const int MaxInSmall = 1090;

    /// <param name="steps">The table in the zig-zag sequence.</param>
    public Quantization(ushort[] steps)
    {
        for (int i = 0; i < 64; i++)
        {
            int place = TransformOrder.OfZigZag[i];
            Steps[place] = steps[i];
            SmallLimits[place] = steps[i] == 0 ? short.MaxValue : (short)(MaxInSmall / steps[i]);
        }
    }

    /// <summary>The factor of each coefficient.</summary>
    public ushort[] Steps { get; } = new ushort[64];

    /// <summary>The largest coefficients for which 16-bit arithmetic is enough.</summary>
    public short[] SmallLimits { get; } = new short[64];
}
