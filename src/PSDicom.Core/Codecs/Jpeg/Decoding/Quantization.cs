namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A quantization table of DQT (T.81 B.2.4.1), in <see cref="TransformOrder"/>.</summary>
internal sealed class Quantization
{
    /// <summary>
    /// As long as no product is larger, 16 bits hold the first half of the transform of 8-bit samples: a column adds up to 7.5 times as much,
    /// with two bits of fraction. Pictures have 1024 at most, and half a step of quantization.
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

    /// <summary>What each coefficient is multiplied by.</summary>
    public ushort[] Steps { get; } = new ushort[64];

    /// <summary>The largest coefficients for which 16 bits are enough.</summary>
    public short[] SmallLimits { get; } = new short[64];
}
