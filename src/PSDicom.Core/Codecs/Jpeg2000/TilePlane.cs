using System;
using System.Buffers;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The decoded samples of a tile-component, before their range is restored: integers, or floats in the same memory.</summary>
internal sealed class TilePlane : IDisposable
{
    private int[] _memory;

    private TilePlane(TileComponent component, int[] memory)
    {
        Component = component;
        _memory = memory;
    }

    public TileComponent Component { get; }

    public Area Area => Component.Area;

    /// <summary>Rows as wide as the area.</summary>
    public ReadOnlySpan<int> Memory => _memory;

    /// <summary>Decodes a tile-component.</summary>
    /// <param name="component">The tile-component, its packets read.</param>
    /// <param name="contributions">What the packets brought.</param>
    /// <param name="tile">The bytes of the tile.</param>
    /// <param name="workspace">Memory for code-blocks.</param>
    /// <param name="isWhole">Cleared if a code-block cannot be decoded.</param>
    public static TilePlane Decode(
        TileComponent component, ContributionList contributions, ReadOnlyMemory<byte> tile, BlockWorkspace workspace, ref bool isWhole)
    {
        Area area = component.Area;
        if (area.IsEmpty) return new TilePlane(component, []);
        int[] bands = Rent(area);
        Array.Clear(bands, 0, area.Width * area.Height);
        isWhole &= new CoefficientDecoder(component, contributions, tile, bands).DecodeAll(workspace);
        if (component.Coding.Levels == 0) return new TilePlane(component, bands);
        int[] target = Rent(area), smaller = Rent(component.Resolutions[component.Coding.Levels - 1].Area);
        int[] line = ArrayPool<int>.Shared.Rent(area.Width + (4 * WaveletSynthesis.Margin));
        Synthesize(component, bands, target, smaller, line);
        Return(line);
        Return(smaller);
        Return(bands);
        return new TilePlane(component, target);
    }

    public void Dispose()
    {
        Return(_memory);
        _memory = [];
    }

    private static int[] Rent(Area area) => area.IsEmpty ? [] : ArrayPool<int>.Shared.Rent(checked(area.Width * area.Height));

    private static void Return(int[] memory)
    {
        if (memory.Length > 0) ArrayPool<int>.Shared.Return(memory);
    }

    /// <summary>Puts one resolution after another together, in turn in two memories so that the last is in <paramref name="target"/>.</summary>
    private static unsafe void Synthesize(TileComponent component, int[] bands, int[] target, int[] smaller, int[] line)
    {
        int levels = component.Coding.Levels, stride = component.Area.Width;
        fixed (int* coefficients = bands, even = target, odd = smaller, row = line)
        {
            int* lower = coefficients;
            int lowerStride = stride;
            for (int r = 1; r <= levels; r++)
            {
                Area area = component.Resolutions[r].Area;
                int* result = ((levels - r) & 1) == 0 ? even : odd;
                if (!area.IsEmpty)
                {
                    if (component.Coding.IsReversible)
                        WaveletSynthesis.Reversible(area, lower, lowerStride, coefficients, stride, result, row);
                    else
                        WaveletSynthesis.Irreversible(area, (float*)lower, lowerStride, (float*)coefficients, stride, (float*)result, (float*)row);
                }

                lower = result;
                lowerStride = area.Width;
            }
        }
    }
}
