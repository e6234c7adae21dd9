using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Colors;

/// <summary>Converts YBR to RGB by the inverse of the equations of PS3.3 section C.7.6.3.1.2 (ITU-R BT.601).</summary>
internal sealed class YbrToRgb
{
    private const int FractionBits = 16;

    private readonly int _maximum;
    private readonly int _middle;
    private readonly int _black;
    private readonly long _luminance;
    private readonly long _redByCr;
    private readonly long _greenByCb;
    private readonly long _greenByCr;
    private readonly long _blueByCb;

    private YbrToRgb(int bits, double black, double luminance, double color)
    {
        _maximum = (1 << bits) - 1;
        _middle = 1 << (bits - 1);
        _black = (int)(black * (1 << bits));
        _luminance = Fixed(luminance);
        _redByCr = Fixed(1.402 * color);
        _greenByCb = Fixed(-0.344136286 * color);
        _greenByCr = Fixed(-0.714136286 * color);
        _blueByCb = Fixed(1.772 * color);
    }

    /// <summary>YBR_FULL: the full range.</summary>
    public static YbrToRgb Full(int bits) => new(bits, 0, 1, 1);

    /// <summary>YBR_PARTIAL, in terms of 8 bits: luminance from 16 to 235, chrominance from 16 to 240.</summary>
    public static YbrToRgb Partial(int bits) => new(bits, 16 / 256.0, 255 / 219.0, 255 / 224.0);

    [MethodImpl(Compiled.AtOnce)]
    public byte[] Convert(byte[] samples)
    {
        var rgb = new byte[samples.Length];
        for (int i = 0; i + 2 < samples.Length; i += 3)
        {
            Convert(samples[i], samples[i + 1], samples[i + 2], out int red, out int green, out int blue);
            rgb[i] = (byte)red;
            rgb[i + 1] = (byte)green;
            rgb[i + 2] = (byte)blue;
        }

        return rgb;
    }

    [MethodImpl(Compiled.AtOnce)]
    public ushort[] Convert(ushort[] samples)
    {
        var rgb = new ushort[samples.Length];
        for (int i = 0; i + 2 < samples.Length; i += 3)
        {
            Convert(samples[i], samples[i + 1], samples[i + 2], out int red, out int green, out int blue);
            rgb[i] = (ushort)red;
            rgb[i + 1] = (ushort)green;
            rgb[i + 2] = (ushort)blue;
        }

        return rgb;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // measured: half the time
    private void Convert(int y, int cb, int cr, out int red, out int green, out int blue)
    {
        const long Half = 1L << (FractionBits - 1);
        cb -= _middle;
        cr -= _middle;
        long light = ((y - _black) * _luminance) + Half;
        red = Clamp(light + (_redByCr * cr));
        green = Clamp(light + (_greenByCb * cb) + (_greenByCr * cr));
        blue = Clamp(light + (_blueByCb * cb));
    }

    private int Clamp(long value) => (int)Math.Max(0, Math.Min(_maximum, value >> FractionBits));

    private static long Fixed(double factor) => (long)Math.Floor((factor * (1 << FractionBits)) + 0.5);
}
