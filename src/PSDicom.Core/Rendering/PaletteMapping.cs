using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>Makes RGB of indices into a palette.</summary>
internal sealed class PaletteMapping(Palette palette) : ISampleVisitor
{
    /// <summary>Red, green and blue of each pixel: bytes, or words for a palette of 16 bits.</summary>
    public Array Result { get; private set; } = Array.Empty<byte>();

    void ISampleVisitor.Visit<T>(T[] samples)
    {
        bool areBytes = palette.Bits == 8;
        byte[] bytes = areBytes ? new byte[checked(samples.Length * 3)] : [];
        ushort[] words = areBytes ? [] : new ushort[checked(samples.Length * 3)];
        for (int i = 0; i < samples.Length; i++)
        {
            int index = (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, samples[i].ToDouble(null)));
            for (int colour = 0; colour < 3; colour++)
            {
                ushort value = palette.Find(index, colour);
                if (areBytes) bytes[(3 * i) + colour] = (byte)value;
                else words[(3 * i) + colour] = value;
            }
        }

        Result = areBytes ? bytes : words;
    }
}
