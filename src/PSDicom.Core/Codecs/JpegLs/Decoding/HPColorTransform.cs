using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>
/// Reverses the colour transforms of HP's encoder (APP8 "mrfx"), which are not part of the standard: differences from green, with an offset
/// of half the range, modulo the range.
/// </summary>
internal static unsafe class HPColorTransform
{
    public const int Last = 3;

    /// <summary>Converts a frame of three interleaved samples to RGB.</summary>
    /// <param name="transform">The transform, 1 to 3.</param>
    /// <param name="bits">Bits per sample: 8 or 16.</param>
    /// <param name="samples">The frame.</param>
    /// <param name="bytesPerSample">Bytes per sample.</param>
    /// <param name="pixels">The number of pixels.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Undo(int transform, int bits, byte* samples, int bytesPerSample, long pixels)
    {
        int mask = (1 << bits) - 1;
        int middle = 1 << (bits - 1);
        for (long i = 0; i < pixels; i++, samples += 3 * bytesPerSample)
        {
            int first = Load(samples, bytesPerSample);
            int second = Load(samples + bytesPerSample, bytesPerSample);
            int third = Load(samples + (2 * bytesPerSample), bytesPerSample);
            int red;
            int green = second;
            int blue;
            if (transform == 3)
            {
                green = first - ((second + third) >> 2) + (middle / 2);
                red = third + green - middle;
                blue = second + green - middle;
            }
            else
            {
                red = first + green - middle;
                blue = third - middle + (transform == 1 ? green : ((red & mask) + green) >> 1);
            }

            Store(samples, red & mask, bytesPerSample);
            Store(samples + bytesPerSample, green & mask, bytesPerSample);
            Store(samples + (2 * bytesPerSample), blue & mask, bytesPerSample);
        }
    }

    private static int Load(byte* place, int bytes) => bytes == 1 ? *place : *(ushort*)place;

    private static void Store(byte* place, int value, int bytes)
    {
        if (bytes == 1) *place = (byte)value;
        else *(ushort*)place = (ushort)value;
    }
}
