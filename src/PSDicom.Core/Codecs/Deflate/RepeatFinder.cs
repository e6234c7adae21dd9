using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Finds what a block repeats. Filtered pixels are mostly noise, in which short repeats cost more than their bytes do, and runs of one byte:
/// runs are taken as soon as they are seen, others only if they are long enough.
/// </summary>
internal sealed class RepeatFinder
{
    /// <summary>From how many bytes on a repeat pays in pixels of which nothing is known.</summary>
    public const int UsualShortest = 8;

    private const int ShortestRun = 4;
    private const int ShortestEver = 5, MaxNeeded = 16;

    // What a repeat costs, in itself and by the shorter words that rarer literals would have had. Measured: a quarter less or more is not
    // better for any kind of picture.
    private const int RepeatBits = 36;

    private const int WordBytes = sizeof(ulong);
    private const int HashBits = 14;
    private const ulong HashFactor = 0x9E37_79B9_7F4A_7C15;

    // After so many places without a repeat, steps get longer.
    private const int PatienceBits = 5;

    private readonly int[] _places = new int[1 << HashBits];
    private readonly Repeat[] _repeats;
    private int _count;

    public RepeatFinder(int longestBlock) => _repeats = new Repeat[(longestBlock / ShortestRun) + 1];

    /// <summary>The repeats that the last call found, in order.</summary>
    public ReadOnlySpan<Repeat> Repeats => _repeats.AsSpan(0, _count);

    /// <summary>From how many bytes on a repeat pays, where literals took so many bits.</summary>
    public static int ShortestThatPays(int literals, long bits) =>
        bits == 0 ? UsualShortest : (int)Math.Min(Math.Max((long)literals * RepeatBits / bits, ShortestEver), MaxNeeded);

    /// <summary>Finds repeats of at least so many bytes, and runs of at least four.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Find(ReadOnlySpan<byte> block, int shortest)
    {
        _count = 0;
        Array.Clear(_places, 0, _places.Length);
        int probe = Math.Min(shortest, WordBytes), shift = (WordBytes - probe) * 8;
        int place = 1, literalsFrom = 0, last = block.Length - WordBytes, misses = 0;
        while (place <= last)
        {
            ulong next = Word(block, place);
            int distance = 1, length = 0;
            if ((uint)next == (uint)Word(block, place - 1))
            {
                length = CountCommon(block, place - 1, place, ShortestRun);
            }
            else
            {
                int slot = (int)(((next << shift) * HashFactor) >> (64 - HashBits));
                distance = place - _places[slot];
                _places[slot] = place;
                if (distance <= DeflateSymbols.Window && (Word(block, place - distance) ^ next) << shift == 0)
                    length = CountCommon(block, place - distance, place, probe);
                if (length < shortest) length = 0;
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

    /// <summary>How far two places go on alike, of which so many bytes are known to be.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int CountCommon(ReadOnlySpan<byte> block, int from, int place, int count)
    {
        int most = Math.Min(block.Length - place, DeflateSymbols.LongestRepeat);
        while (count + WordBytes <= most && Word(block, from + count) == Word(block, place + count)) count += WordBytes;
        while (count < most && block[from + count] == block[place + count]) count++;
        return count;
    }

    private static ulong Word(ReadOnlySpan<byte> block, int place) => BinaryPrimitives.ReadUInt64LittleEndian(block.Slice(place));
}
