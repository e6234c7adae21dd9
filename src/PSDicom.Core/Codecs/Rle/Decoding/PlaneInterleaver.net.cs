using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PSDicom.Codecs.Rle.Decoding;

internal static unsafe partial class PlaneInterleaver
{
    /// <summary>Interleaves two planes, sixteen pixels at a time, but not the last ones; none without vectors.</summary>
    /// <returns>The number of pixels.</returns>
    [MethodImpl(Compiled.AtOnce)]
    private static int InterleavePairs(byte* first, byte* second, byte* target, int count)
    {
        if (!Vector128.IsHardwareAccelerated) return 0;
        int i = 0;
        for (; i <= count - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> low = Vector128.Load(first + i), high = Vector128.Load(second + i);
            (Vector128.WidenLower(low) | Vector128.ShiftLeft(Vector128.WidenLower(high), 8)).Store((ushort*)target + i);
            (Vector128.WidenUpper(low) | Vector128.ShiftLeft(Vector128.WidenUpper(high), 8)).Store((ushort*)target + i + 8);
        }

        return i;
    }
}
