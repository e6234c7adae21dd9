using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Rle.Decoding;

/// <summary>Interleaves planes of bytes to pixels.</summary>
internal static unsafe partial class PlaneInterleaver
{
    /// <summary>Writes <paramref name="count"/> pixels of as many bytes as there are planes.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Interleave(byte* planes, int stride, int planeCount, byte* target, int count)
    {
        byte* second = planes + stride;
        byte* third = second + stride;
        if (planeCount == 2)
        {
            int i = InterleavePairs(planes, second, target, count);
            for (target += 2L * i; i < count; i++, target += 2)
            {
                target[0] = planes[i];
                target[1] = second[i];
            }
        }
        else if (planeCount == 3)
        {
            for (int i = 0; i < count; i++, target += 3)
            {
                target[0] = planes[i];
                target[1] = second[i];
                target[2] = third[i];
            }
        }
        else
        {
            for (int plane = 0; plane < planeCount; plane++, planes += stride)
            {
                byte* place = target + plane;
                for (int i = 0; i < count; i++, place += planeCount) *place = planes[i];
            }
        }
    }
}
