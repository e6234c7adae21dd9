using System;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>The multiple component transforms over the first three components (T.800 annex G).</summary>
internal static unsafe class ComponentTransform
{
    /// <summary>The number of components of a transform.</summary>
    public const int Components = 3;

    /// <summary>Whether the first three components have the same size and wavelet.</summary>
    public static bool IsPossible(TileComponent[] components)
    {
        if (components.Length < 3) return false;
        TileComponent first = components[0];
        for (int c = 1; c < 3; c++)
        {
            TileComponent other = components[c];
            if (other.Area.Width != first.Area.Width || other.Area.Height != first.Area.Height ||
                other.Coding.IsReversible != first.Coding.IsReversible)
            {
                return false;
            }
        }

        return true;
    }

    public static void Undo(TilePlane[] planes, FrameThreads threads)
    {
        // Zeros stay zeros.
        if (Array.TrueForAll(planes, plane => plane.IsBlank)) return;
        foreach (TilePlane plane in planes) plane.Fill();
        int width = planes[0].Area.Width;
        threads.ForEachBand(planes[0].Area.Height, width, (top, end) =>
        {
            int start = top * width, count = (end - top) * width;
            fixed (int* first = planes[0].Memory, second = planes[1].Memory, third = planes[2].Memory)
            {
                if (planes[0].Component.Coding.IsReversible)
                    CoefficientLines.ReversibleTransform(first + start, second + start, third + start, count);
                else
                    CoefficientLines.IrreversibleTransform((float*)first + start, (float*)second + start, (float*)third + start, count);
            }
        });
    }
}
