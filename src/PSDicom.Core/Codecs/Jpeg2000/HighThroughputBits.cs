using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Undoes the bit-stuffing of bits that run forward, lowest first: 7 in a byte that follows one of all ones (T.814 7.1.2).</summary>
internal static unsafe class ForwardBits
{
    /// <summary>Bytes that are filled behind the last, to be read but not used.</summary>
    public const int Padding = 24;

    /// <returns>How many bits there are.</returns>
    public static int Unstuff(byte* source, int length, byte* target, byte fill)
    {
        byte* start = target;
        ulong bits = 0;
        int count = 0, i = 0;
        bool isStuffed = false;
        while (i < length)
        {
            uint four;
            if (!isStuffed && length - i >= 4 && !HasAllOnes(four = *(uint*)(source + i)))
            {
                bits |= (ulong)four << count;
                count += 32;
                i += 4;
            }
            else
            {
                uint value = source[i++];
                bits |= (ulong)(isStuffed ? value & 0x7F : value) << count;
                count += isStuffed ? 7 : 8;
                isStuffed = value == 0xFF;
            }

            if (count < 32) continue;
            *(uint*)target = (uint)bits;
            target += 4;
            bits >>= 32;
            count -= 32;
        }

        *(ulong*)target = bits | ((fill == 0 ? 0 : ulong.MaxValue) << count);
        new Span<byte>(target + 8, Padding - 8).Fill(fill);
        return (int)(8 * (target - start)) + count;
    }

    /// <summary>Whether one of four bytes is all ones.</summary>
    private static bool HasAllOnes(uint four) => ((~four - 0x0101_0101) & four & 0x8080_8080) != 0;
}

/// <summary>Bits that run backward through bytes, lowest first; zeros beyond (T.814 7.1.4 and 7.1.5).</summary>
internal unsafe struct BackwardBits
{
    // Twice 7 bits of a code, 3 of a prefix, 5 of a suffix and 4 more (T.814 7.3.5 and 7.3.6).
    private const int MostBitsOfTwoQuads = 38;

    private readonly byte* _first;
    private byte* _next;
    private int _count;
    private bool _mayBeStuffed;

    /// <summary>Begins behind a segment's last byte.</summary>
    public BackwardBits(byte* first, byte* end)
    {
        _first = first;
        _next = end - 1;
        _mayBeStuffed = true;
        _count = 0;
        Bits = 0;
    }

    /// <summary>The next bits.</summary>
    public ulong Bits { get; private set; }

    /// <summary>Begins within the last two bytes of a cleanup segment, behind the 12 bits of the length of its suffix.</summary>
    public static BackwardBits OfCleanup(byte* first, byte* end)
    {
        int bits = end[-2] >> 4;
        return new BackwardBits(first, end - 2)
        {
            Bits = (ulong)bits,
            _count = (bits & 7) == 7 ? 3 : 4,
            _mayBeStuffed = (end[-2] | 0x0F) > 0x8F,
        };
    }

    /// <summary>Takes bytes until there are as many bits as two quads can have.</summary>
    public void Fill()
    {
        if (_count <= 32 && _next - _first >= 3)
        {
            // Where no byte of four has all ones below its highest bit, none of them can be stuffed.
            uint four = BinaryPrimitives.ReverseEndianness(*(uint*)(_next - 3));
            if ((((four & 0x7F7F_7F7F) + 0x0101_0101) & 0x8080_8080) == 0)
            {
                Bits |= (ulong)four << _count;
                _count += 32;
                _next -= 4;
                _mayBeStuffed = four >> 24 > 0x8F;
            }
        }

        while (_count < MostBitsOfTwoQuads)
        {
            uint value = _next >= _first ? *_next-- : 0u;
            bool isStuffed = _mayBeStuffed && (value & 0x7F) == 0x7F;
            Bits |= (ulong)(isStuffed ? 0x7F : value) << _count;
            _count += isStuffed ? 7 : 8;
            _mayBeStuffed = value > 0x8F;
        }
    }

    public void Skip(int count)
    {
        Bits >>= count;
        _count -= count;
    }

    public uint Read(int count)
    {
        uint value = (uint)(Bits & ((1UL << count) - 1));
        Skip(count);
        return value;
    }
}

/// <summary>The adaptive run-length decoder of quads without significant neighbours (MEL, T.814 7.1.3 and 7.3.3).</summary>
internal unsafe struct RunDecoder(byte* bytes, byte* end)
{
    private const int LastState = 12;

    // The exponents of 13 states, four bits each (T.814 table 2).
    private const ulong Exponents = 0x5433_2221_1100_0;

    private byte* _next = bytes;
    private uint _current;
    private int _left;
    private int _state;
    private int _zeros;
    private bool _endsInOne;

    /// <summary>Decodes one symbol.</summary>
    public bool Next()
    {
        if (_zeros == 0 && !_endsInOne)
        {
            int exponent = (int)(Exponents >> (4 * _state)) & 0xF;
            if (ReadBit() != 0)
            {
                _zeros = 1 << exponent;
                _state = _state < LastState ? _state + 1 : LastState;
            }
            else
            {
                for (; exponent > 0; exponent--) _zeros = (_zeros << 1) | (int)ReadBit();
                _state = _state > 0 ? _state - 1 : 0;
                _endsInOne = true;
            }
        }

        if (_zeros > 0)
        {
            _zeros--;
            return false;
        }

        _endsInOne = false;
        return true;
    }

    private uint ReadBit()
    {
        if (_left == 0)
        {
            _left = _current == 0xFF ? 7 : 8;
            _current = _next < end ? *_next++ : 0xFFu;
        }

        _left--;
        return (_current >> _left) & 1;
    }
}
