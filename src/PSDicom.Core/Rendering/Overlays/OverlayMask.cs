using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Overlays;

/// <summary>The bits of an overlay for one frame, and their position on the frame.</summary>
/// <param name="bits">The packed bits, row by row, the least significant first (PS3.5 section 8.1.2); missing bits are 0.</param>
/// <param name="firstBit">The index of the first bit of this frame.</param>
internal sealed class OverlayMask(byte[] bits, long firstBit)
{
    /// <summary>The packed bits.</summary>
    public ReadOnlySpan<byte> Bits => bits;

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The row of the first bit, from 0; it can be outside of the frame.</summary>
    public int Top { get; init; }

    /// <summary>The column of the first bit, from 0; it can be outside of the frame.</summary>
    public int Left { get; init; }

    /// <summary>Draws overlays in white on a copy of a picture.</summary>
    /// <param name="picture">
    /// The picture, of bytes or words and of the frame's size, before it is resized or rotated. It is not changed.
    /// </param>
    /// <param name="overlays">The overlays; without any, the picture itself is returned.</param>
    public static Picture Draw(Picture picture, IReadOnlyList<OverlayMask> overlays)
    {
        if (overlays.Count == 0) return picture;
        var pixels = (Array)picture.Pixels.Clone();
        foreach (OverlayMask overlay in overlays)
        {
            switch (pixels)
            {
                case byte[] samples: overlay.Draw(samples, byte.MaxValue, picture); break;
                case ushort[] samples: overlay.Draw(samples, ushort.MaxValue, picture); break;
                default: throw new ArgumentException("Overlays support pictures of bytes or words only.", nameof(picture));
            }
        }

        return picture with { Pixels = pixels };
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Draw<T>(T[] samples, T white, Picture picture)
    {
        int depth = picture.SamplesPerPixel;
        int firstRow = Math.Max(0, -Top), lastRow = Math.Min(Rows, picture.Height - Top);
        int firstColumn = Math.Max(0, -Left), lastColumn = Math.Min(Columns, picture.Width - Left);
        long end = bits.LongLength * 8;
        for (int row = firstRow; row < lastRow; row++)
        {
            long bit = firstBit + ((long)row * Columns) + firstColumn;
            int target = (((row + Top) * picture.Width) + Left + firstColumn) * depth;
            for (int column = firstColumn; column < lastColumn && bit < end; column++, bit++, target += depth)
            {
                if ((bits[bit >> 3] >> (int)(bit & 7) & 1) != 0) samples.AsSpan(target, depth).Fill(white);
            }
        }
    }
}
