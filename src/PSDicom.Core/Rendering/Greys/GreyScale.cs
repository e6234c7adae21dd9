using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>The conversion of greys from 0 to 1 to samples.</summary>
/// <param name="Bits">Bits of a sample: 8 or 16.</param>
/// <param name="IsReversed">Whether 0 is white: MONOCHROME1, or Presentation LUT Shape INVERSE (PS3.3 section C.11.6.1.2).</param>
/// <param name="IsInverted">Whether the user exchanged black and white.</param>
internal sealed record GreyScale(int Bits, bool IsReversed, bool IsInverted)
{
    /// <summary>Converts greys. NaN is black, or white if the user inverted the picture.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public Array Write(ReadOnlySpan<double> greys)
    {
        bool startsWhite = IsReversed != IsInverted;
        double white = Bits == 8 ? byte.MaxValue : ushort.MaxValue;
        double scale = startsWhite ? -white : white;

        // The half rounds to the nearest sample.
        double start = (startsWhite ? white : 0) + 0.5;
        double undefined = IsInverted ? white : 0;
        if (Bits == 8)
        {
            var bytes = new byte[greys.Length];
            for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(double.IsNaN(greys[i]) ? undefined : start + (greys[i] * scale));
            return bytes;
        }

        var words = new ushort[greys.Length];
        for (int i = 0; i < words.Length; i++) words[i] = (ushort)(double.IsNaN(greys[i]) ? undefined : start + (greys[i] * scale));
        return words;
    }
}
