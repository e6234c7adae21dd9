using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Overlays;

/// <summary>The bits of an overlay that belong to one frame, and where on the frame they lie.</summary>
/// <param name="bits">Packed, row after row, the first in the least significant bit (PS3.5 section 8.1.2); those that are missing are 0.</param>
/// <param name="firstBit">Bits of the first bytes that belong to the frame before.</param>
internal sealed class OverlayMask(byte[] bits, long firstBit)
{
    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The frame's row of the first bit, from 0; may be outside of the frame.</summary>
    public int Top { get; init; }

    /// <summary>The frame's column of the first bit, from 0; may be outside of the frame.</summary>
    public int Left { get; init; }

    /// <summary>Draws overlays over a copy of a picture, in white: the full value of each sample.</summary>
    /// <param name="picture">Of bytes or words and of the frame's size, before it is resized or turned. It stays as it is.</param>
    /// <param name="overlays">The overlays; without any, the picture itself is given back.</param>
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
                default: throw new ArgumentException("Overlays are drawn on bytes or words.", nameof(picture));
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
