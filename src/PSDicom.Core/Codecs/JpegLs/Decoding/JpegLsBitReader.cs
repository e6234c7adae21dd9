using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>
/// The bits of an entropy-coded segment without markers. The byte after each 0xFF has 7 bits (ITU-T T.87 A.1). Reading past the end fails.
/// </summary>
internal unsafe struct JpegLsBitReader(byte* position, byte* end)
{
    private const int MaxBitsAtOnce = 32;

    /// <summary>The next bits, the first one highest. Bits below <see cref="Count"/> can already be set; they are loaded again.</summary>
    public ulong Cache;

    /// <summary>The number of bits in the cache.</summary>
    public int Count;

    private readonly byte* _end = end;
    private byte* _position = position;

    /// <summary>Whether a whole byte is left, which is more than padding.</summary>
    public readonly bool HasUnusedBytes => ((_end - _position) * 8L) + Count >= 16;

    /// <summary>Loads bits, at least 48 if the segment has them.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Fill()
    {
        if (_end - _position >= 8)
        {
            ulong next = *(ulong*)_position;
            if (BitConverter.IsLittleEndian) next = BinaryPrimitives.ReverseEndianness(next);
            // The highest bit of a byte remains only if the byte is 0xFF.
            if ((((~next) - 0x0101_0101_0101_0101UL) & next & 0x8080_8080_8080_8080UL) == 0)
            {
                Cache |= next >> Count;
                int bytes = (63 - Count) >> 3;
                _position += bytes;
                Count += bytes * 8;
                return;
            }
        }

        FillByBytes();
    }

    /// <summary>Reads one bit.</summary>
    /// <returns>0 or 1; -1 at the end.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public int ReadBit()
    {
        if (Count == 0) Fill();
        if (Count == 0) return -1;
        int bit = (int)(Cache >> 63);
        Take(1);
        return bit;
    }

    /// <summary>Reads up to 32 bits.</summary>
    /// <returns>The number; -1 at the end.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public int ReadBits(int count)
    {
        if (count == 0) return 0;
        if (Count < count) Fill();
        if (Count < count) return -1;
        int bits = (int)(Cache >> (64 - count));
        Take(count);
        return bits;
    }

    /// <summary>Reads a limited-length Golomb code (ITU-T T.87 A.5.3).</summary>
    /// <param name="k">The Golomb parameter.</param>
    /// <param name="maxPrefix">The number of zeros before an uncoded number: LIMIT - qbpp - 1.</param>
    /// <param name="rangeBits">The bits of that number: qbpp.</param>
    /// <returns>The mapped error; -1 if the code is not valid or not complete.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public int ReadCode(int k, int maxPrefix, int rangeBits)
    {
        int zeros = 0;
        while (true)
        {
            if (Count < MaxBitsAtOnce) Fill();
            int found = BitCount.LeadingZeros(Cache);
            if (found < Count)
            {
                zeros += found;
                Take(found);
                Take(1);
                break;
            }

            if (Count == 0 || zeros > maxPrefix) return -1;
            zeros += Count;
            Cache = 0;
            Count = 0;
        }

        if (zeros > maxPrefix || k > MaxBitsAtOnce - 8) return -1;
        if (zeros == maxPrefix)
        {
            int number = ReadBits(rangeBits);
            return number < 0 ? -1 : number + 1;
        }

        int low = ReadBits(k);
        return low < 0 ? -1 : (zeros << k) + low;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Take(int count)
    {
        Cache <<= count;
        Count -= count;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void FillByBytes()
    {
        while (Count <= 49 && _position < _end)
        {
            byte next = *_position++;
            Cache |= (ulong)next << (56 - Count);
            Count += 8;
            if (next != 0xFF || _position == _end) continue;
            Cache |= (ulong)(*_position++ & 0x7F) << (57 - Count);
            Count += 7;
        }
    }
}
