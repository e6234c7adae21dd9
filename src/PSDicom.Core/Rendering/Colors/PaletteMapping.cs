using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Colors;

/// <summary>Converts palette indices to RGB.</summary>
internal sealed class PaletteMapping : ISampleVisitor
{
    private readonly Palette _palette;

    private PaletteMapping(Palette palette) => _palette = palette;

    private Array Result { get; set; } = Array.Empty<byte>();

    /// <summary>The RGB samples of indices: bytes, or words for a palette of 16 bits.</summary>
    public static Array Apply(Array indices, Palette palette)
    {
        var mapping = new PaletteMapping(palette);
        SampleArray.Visit(indices, mapping);
        return mapping.Result;
    }

    void ISampleVisitor.Visit<T>(T[] samples)
    {
        if (_palette.Bits == 8) Result = Map(samples, _palette.Bytes);
        else Result = Map(samples, _palette.Words);
    }

    [MethodImpl(Compiled.AtOnce)]
    private TColor[] Map<T, TColor>(T[] samples, TColor[] colors)
        where T : struct, IConvertible
    {
        var result = new TColor[checked(samples.Length * 3)];
        int first = _palette.First, last = _palette.Count - 1;
        for (int i = 0, target = 0; i < samples.Length; i++, target += 3)
        {
            int color = Math.Max(0, Math.Min(last, Number(samples[i]) - first)) * 3;
            result[target] = colors[color];
            result[target + 1] = colors[color + 1];
            result[target + 2] = colors[color + 2];
        }

        return result;
    }

    /// <summary>The number, clamped to a range well beyond every palette. The branch is resolved when the loop is compiled.</summary>
    private static int Number<T>(T sample)
        where T : struct, IConvertible =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(short)
            ? sample.ToInt32(null)
            : (int)Math.Max(-1 << 24, Math.Min(1 << 24, sample.ToDouble(null)));
}
