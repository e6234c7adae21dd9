using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>
/// The HT significance propagation and magnitude refinement passes (T.814 7.4 and 7.5), one bit-plane below the cleanup pass.
/// </summary>
internal readonly unsafe ref struct RefinementPasses
{
    private const byte FromCleanup = 1;
    private const byte FromPropagation = 2;

    private readonly byte* _states;
    private readonly uint* _samples;
    private readonly int _stride;
    private readonly int _width;
    private readonly int _height;
    private readonly int _plane;

    /// <summary>Records which samples are significant.</summary>
    /// <param name="states">Working memory: a byte for each sample, with a border.</param>
    /// <param name="samples">The samples of the cleanup pass.</param>
    /// <param name="stride">The distance of rows in samples.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="plane">The bit-plane.</param>
    [MethodImpl(Compiled.AtOnce)]
    public RefinementPasses(byte* states, uint* samples, int stride, int width, int height, int plane)
    {
        _states = states;
        _samples = samples;
        _stride = stride;
        _width = width;
        _height = height;
        _plane = plane;
        new Span<byte>(states, (width + 2) * (height + 2)).Clear();
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++) *State(x, y) = samples[(y * stride) + x] != 0 ? FromCleanup : (byte)0;
        }
    }

    /// <summary>
    /// The significance propagation pass: samples with significant neighbours can become significant. The bits of four columns of a stripe
    /// are followed by their signs.
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Significance(byte* bits, int bitCount, bool isCausal)
    {
        int position = 0;
        for (int top = 0; top < _height; top += 4)
        {
            int bottom = Math.Min(top + 4, _height);
            for (int left = 0; left < _width; left += 4)
            {
                int right = Math.Min(left + 4, _width);
                for (int x = left; x < right; x++)
                {
                    for (int y = top; y < bottom; y++)
                    {
                        byte* state = State(x, y);
                        if (*state == 0 && HasNeighbor(state, isCausal && y == top + 3) && Read(bits, bitCount, ref position) != 0)
                            *state = FromPropagation;
                    }
                }

                for (int x = left; x < right; x++)
                {
                    for (int y = top; y < bottom; y++)
                    {
                        if (*State(x, y) == FromPropagation) _samples[(y * _stride) + x] = (3u << _plane) | (Read(bits, bitCount, ref position) << 31);
                    }
                }
            }
        }
    }

    /// <summary>The magnitude refinement pass: one more bit for each sample that is significant after the cleanup pass.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Magnitude(BitWindow bits)
    {
        for (int top = 0; top < _height; top += 4)
        {
            int bottom = Math.Min(top + 4, _height);
            for (int x = 0; x < _width; x++)
            {
                bits.Fill();
                for (int y = top; y < bottom; y++)
                {
                    if (*State(x, y) == FromCleanup) _samples[(y * _stride) + x] += (bits.Read(1) << (_plane + 1)) - (1u << _plane);
                }
            }
        }
    }

    private byte* State(int x, int y) => _states + ((y + 1) * (_width + 2)) + x + 1;

    [MethodImpl(Compiled.AtOnce)]
    private bool HasNeighbor(byte* state, bool ignoresBelow)
    {
        byte* above = state - _width - 2, below = state + _width + 2;
        int any = above[-1] | above[0] | above[1] | state[-1] | state[1];
        if (!ignoresBelow) any |= below[-1] | below[0] | below[1];
        return any != 0;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static uint Read(byte* bits, int bitCount, ref int position)
    {
        if (position >= bitCount) return 0;
        uint bit = (uint)(bits[position >> 3] >> (position & 7)) & 1;
        position++;
        return bit;
    }
}
