using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Finds repeats in a block. Filtered pixels are mostly noise, where short repeats cost more than literals, and runs of one byte. Runs are
/// always used, other repeats only from a minimum length on.
/// </summary>
internal sealed class RepeatFinder
{
    /// <summary>The minimum length of a repeat if there are no statistics yet.</summary>
    public const int DefaultMinimum = 8;

    private const int MinRun = 4;
    private const int MinRepeat = 5, MaxMinimum = 16;

    // The cost of a repeat, with the loss by longer words for literals. Measured: a quarter less or more is not better for any kind of
    // picture.
    private const int RepeatBits = 36;

    private const int WordBytes = sizeof(ulong);
    private const int HashBits = 14;
    private const ulong HashFactor = 0x9E37_79B9_7F4A_7C15;

    // After 2 to the power of this many positions without a repeat, the step grows.
    private const int PatienceBits = 5;

    private readonly int[] _places = new int[1 << HashBits];
    private readonly Repeat[] _repeats;
    private int _count;

    public RepeatFinder(int maxBlock) => _repeats = new Repeat[(maxBlock / MinRun) + 1];

    /// <summary>The repeats of the last call, in order.</summary>
    public ReadOnlySpan<Repeat> Repeats => _repeats.AsSpan(0, _count);

    /// <summary>The minimum length at which a repeat is cheaper than its literals.</summary>
    public static int FindMinimum(int literals, long bits) =>
        bits == 0 ? DefaultMinimum : (int)Math.Min(Math.Max((long)literals * RepeatBits / bits, MinRepeat), MaxMinimum);

    /// <summary>Finds repeats of at least <paramref name="minimum"/> bytes, and runs of at least four.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Find(ReadOnlySpan<byte> block, int minimum)
    {
        _count = 0;
        Array.Clear(_places, 0, _places.Length);
        int probe = Math.Min(minimum, WordBytes), shift = (WordBytes - probe) * 8;
        int place = 1, literalsFrom = 0, last = block.Length - WordBytes, misses = 0;
        while (place <= last)
        {
            ulong next = Word(block, place);
            int distance = 1, length = 0;
            if ((uint)next == (uint)Word(block, place - 1))
            {
                length = CountCommon(block, place - 1, place, MinRun);
            }
            else
            {
                int slot = (int)(((next << shift) * HashFactor) >> (64 - HashBits));
                distance = place - _places[slot];
                _places[slot] = place;
                if (distance <= DeflateSymbols.Window && (Word(block, place - distance) ^ next) << shift == 0)
                    length = CountCommon(block, place - distance, place, probe);
                if (length < minimum) length = 0;
            }

            if (length == 0)
            {
                place += 1 + (misses++ >> PatienceBits);
                continue;
            }

            misses = 0;
            _repeats[_count++] = new Repeat(place - literalsFrom, (ushort)length, (ushort)(distance - 1));
            place += length;
            literalsFrom = place;
        }
    }

    /// <summary>The number of equal bytes at two positions, of which <paramref name="count"/> are known to be equal.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int CountCommon(ReadOnlySpan<byte> block, int from, int place, int count)
    {
        int most = Math.Min(block.Length - place, DeflateSymbols.MaxRepeat);
        while (count + WordBytes <= most && Word(block, from + count) == Word(block, place + count)) count += WordBytes;
        while (count < most && block[from + count] == block[place + count]) count++;
        return count;
    }

    private static ulong Word(ReadOnlySpan<byte> block, int place) => BinaryPrimitives.ReadUInt64LittleEndian(block.Slice(place));
}
