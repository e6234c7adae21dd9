using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Frames.Transcoding;

/// <summary>Makes the bytes of native frames from samples (PS3.5 section 8.1), in little endian.</summary>
/// <param name="bitsAllocated">Bits Allocated: 1, or a multiple of 8.</param>
/// <param name="isPlanar">Whether all first samples of a frame come first, then all second ones, and so on.</param>
internal sealed class NativePacking(int bitsAllocated, bool isPlanar)
{
    private byte _bits;
    private int _bitCount;

    /// <summary>Packs a frame; bits continue those of the frame before (PS3.5 section 8.1.1).</summary>
    /// <param name="samples">The samples, those of a pixel together.</param>
    /// <param name="samplesPerPixel">The number of samples of a pixel.</param>
    public byte[] Pack(Array samples, int samplesPerPixel)
    {
        if (bitsAllocated == 1) return PackBits(SampleArray.AsBytes(samples));
        byte[] bytes = SampleArray.AsBytes(samples).ToArray();
        return isPlanar && samplesPerPixel > 1 ? Separate(bytes, samplesPerPixel, bitsAllocated / 8) : bytes;
    }

    /// <summary>The bits that are left after the last frame.</summary>
    public byte[] Finish()
    {
        byte[] rest = _bitCount == 0 ? [] : [_bits];
        (_bits, _bitCount) = (0, 0);
        return rest;
    }

    [MethodImpl(Compiled.AtOnce)]
    private byte[] PackBits(ReadOnlySpan<byte> samples)
    {
        var bytes = new byte[(samples.Length + _bitCount) / 8];
        int next = 0;
        foreach (byte sample in samples)
        {
            _bits |= (byte)((sample & 1) << _bitCount);
            if (++_bitCount < 8) continue;
            bytes[next++] = _bits;
            (_bits, _bitCount) = (0, 0);
        }

        return bytes;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static byte[] Separate(byte[] pixels, int samples, int size)
    {
        var planes = new byte[pixels.Length];
        int plane = pixels.Length / samples;
        for (int i = 0, target = 0; i < pixels.Length; target += size)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                for (int part = 0; part < size; part++) planes[(sample * plane) + target + part] = pixels[i++];
            }
        }

        return planes;
    }
}
