using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Geometry;

/// <summary>Rotates and mirrors pictures of any sample type, without changing samples.</summary>
internal static class PictureOrientation
{
    /// <summary>Rotates a picture clockwise, then mirrors it. Without either, the picture itself is returned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is not 0, 90, 180 or 270.</exception>
    public static Picture Apply(Picture picture, int degrees, PictureFlip flip)
    {
        int width = picture.Width, height = picture.Height;
        (int start, int stepX, int stepY) = degrees switch
        {
            0 => (0, 1, width),
            90 => ((height - 1) * width, -width, 1),
            180 => ((height * width) - 1, -1, -width),
            270 => (width - 1, width, -1),
            _ => throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Pictures can be rotated by 0, 90, 180 or 270 degrees."),
        };
        bool swapsSides = degrees is 90 or 270;
        if (swapsSides) (width, height) = (height, width);
        if ((flip & PictureFlip.Horizontal) != 0)
        {
            start += (width - 1) * stepX;
            stepX = -stepX;
        }

        if ((flip & PictureFlip.Vertical) != 0)
        {
            start += (height - 1) * stepY;
            stepY = -stepY;
        }

        if (stepX == 1 && stepY == width) return picture;
        var walk = new Walk(width, height, picture.SamplesPerPixel, start, stepX, stepY);
        SampleArray.Visit(picture.Pixels, walk);
        Picture turned = picture with { Pixels = walk.Result, Width = width, Height = height };
        return swapsSides ? turned with { PixelWidth = picture.PixelHeight, PixelHeight = picture.PixelWidth } : turned;
    }

    /// <summary>Copies pixels in the order of the result.</summary>
    private sealed class Walk(int width, int height, int depth, int start, int stepX, int stepY) : ISampleVisitor
    {
        /// <summary>
        /// Columns per block: a row of the result can be a column of the source, and blocks of this width stay in the cache.
        /// </summary>
        private const int BlockWidth = 64;

        public Array Result { get; private set; } = Array.Empty<byte>();

        void ISampleVisitor.Visit<T>(T[] samples)
        {
            var result = new T[samples.Length];
            for (int left = 0; left < width; left += BlockWidth)
            {
                int right = Math.Min(width, left + BlockWidth);
                for (int y = 0; y < height; y++)
                {
                    int source = start + (y * stepY) + (left * stepX), target = (y * width) + left;
                    if (depth == 1) CopyGreys(samples, source, result.AsSpan(target, right - left));
                    else CopyPixels(samples, source, result.AsSpan(target * depth, (right - left) * depth));
                }
            }

            Result = result;
        }

        [MethodImpl(Compiled.AtOnce)]
        private void CopyGreys<T>(T[] samples, int source, Span<T> target)
        {
            for (int i = 0; i < target.Length; i++, source += stepX) target[i] = samples[source];
        }

        [MethodImpl(Compiled.AtOnce)]
        private void CopyPixels<T>(T[] samples, int source, Span<T> target)
        {
            for (int i = 0; i < target.Length; i += depth, source += stepX)
            {
                for (int sample = 0; sample < depth; sample++) target[i + sample] = samples[(source * depth) + sample];
            }
        }
    }
}
