using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Frames.Transcoding;

/// <summary>Makes the bytes of native frames from samples (PS3.5 section 8.1), in little endian.</summary>
/// <param name="bitsAllocated">Bits Allocated: 1, a multiple of 8, or 12, which the standard had once.</param>
/// <param name="isPlanar">Whether all first samples of a frame come first, then all second ones, and so on.</param>
internal sealed class NativePacking(int bitsAllocated, bool isPlanar)
{
    private ulong _bits;
    private int _bitCount;

    /// <summary>Packs a frame; bits continue those of the frame before (PS3.5 section 8.1.1).</summary>
    /// <param name="samples">The samples, those of a pixel together.</param>
    /// <param name="samplesPerPixel">The number of samples of a pixel.</param>
    /// <returns>The bytes: those of the samples themselves, if they are already packed.</returns>
    public ReadOnlySpan<byte> Pack(Array samples, int samplesPerPixel)
    {
        int size = SampleArray.SizeOf(SampleArray.TypeOf(samples));
        ReadOnlySpan<byte> bytes = SampleArray.AsBytes(samples);
        if (isPlanar && samplesPerPixel > 1) bytes = Separate(bytes, samplesPerPixel, size);
        return bitsAllocated == size * 8 ? bytes : PackBits(bytes, size);
    }

    /// <summary>The bits that are left after the last frame.</summary>
    public byte[] Finish()
    {
        byte[] rest = _bitCount == 0 ? [] : [(byte)_bits];
        (_bits, _bitCount) = (0, 0);
        return rest;
    }

    /// <summary>Puts the lowest bits of samples one after another, the first lowest.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private byte[] PackBits(ReadOnlySpan<byte> samples, int size)
    {
        var bytes = new byte[(((long)samples.Length / size * bitsAllocated) + _bitCount) / 8];
        ulong mask = (1UL << bitsAllocated) - 1;
        int next = 0;
        for (int i = 0; i < samples.Length; i += size)
        {
            ulong sample = 0;
            for (int part = 0; part < size; part++) sample |= (ulong)samples[i + part] << (8 * part);
            _bits |= (sample & mask) << _bitCount;
            for (_bitCount += bitsAllocated; _bitCount >= 8; _bitCount -= 8)
            {
                bytes[next++] = (byte)_bits;
                _bits >>= 8;
            }
        }

        return bytes;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static byte[] Separate(ReadOnlySpan<byte> pixels, int samples, int size)
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
