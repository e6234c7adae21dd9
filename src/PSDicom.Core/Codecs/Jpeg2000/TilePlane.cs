using System;
using System.Buffers;
using PSDicom.Codecs.Jpeg2000.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The decoded samples of a tile-component before level shift and clamping: integers, or floats in the same memory.</summary>
internal sealed class TilePlane : IDisposable
{
    /// <summary>Bytes per sample of a plane.</summary>
    public const int BytesPerPlaneSample = sizeof(int);

    /// <summary>Bytes per sample of decoding: coefficients, and two planes, of which the smaller one is a quarter.</summary>
    public const int BytesPerSample = (2 * BytesPerPlaneSample) + 1;

    private int[] _memory;

    private TilePlane(TileComponent component, int[] memory)
    {
        Component = component;
        _memory = memory;
    }

    public TileComponent Component { get; }

    public Area Area => Component.Area;

    /// <summary>Whether all samples are 0, without memory.</summary>
    public bool IsBlank => _memory.Length == 0;

    /// <summary>The samples, in rows as wide as the area.</summary>
    public ReadOnlySpan<int> Memory => _memory;

    /// <summary>Decodes a tile-component.</summary>
    /// <param name="component">The tile-component, after its packets were read.</param>
    /// <param name="contributions">The contributions of the packets.</param>
    /// <param name="tile">The bytes of the tile.</param>
    /// <param name="threads">The threads to use.</param>
    /// <param name="isWhole">Whether all code-blocks were decoded.</param>
    public static TilePlane Decode(
        TileComponent component, ContributionList contributions, ReadOnlyMemory<byte> tile, FrameThreads threads, out bool isWhole)
    {
        Area area = component.Area;
        isWhole = true;
        if (area.IsEmpty || !HasCoefficients(component)) return new TilePlane(component, []);
        int[] bands = PlaneMemory.Rent(area);
        isWhole = new CoefficientDecoder(component, contributions, tile, bands).DecodeAll(threads);
        if (component.Coding.Levels == 0) return new TilePlane(component, bands);
        int[] target = PlaneMemory.Rent(area), smaller = PlaneMemory.Rent(component.Resolutions[component.Coding.Levels - 1].Area);
        Synthesize(component, bands, target, smaller, threads);
        PlaneMemory.Return(smaller);
        PlaneMemory.Return(bands);
        return new TilePlane(component, target);
    }

    /// <summary>Whether a packet contributed to the tile-component.</summary>
    public static bool HasCoefficients(TileComponent component)
    {
        foreach (Resolution resolution in component.Resolutions)
        {
            foreach (Precinct precinct in resolution.Precincts)
            {
                foreach (PrecinctBand band in precinct.Bands ?? [])
                {
                    if (Array.Exists(band.Blocks, block => block.First >= 0)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>Allocates the zeros of a blank plane.</summary>
    public void Fill()
    {
        if (!IsBlank || Area.IsEmpty) return;
        _memory = PlaneMemory.Rent(Area);
        Array.Clear(_memory, 0, Area.Width * Area.Height);
    }

    public void Dispose()
    {
        PlaneMemory.Return(_memory);
        _memory = [];
    }

    /// <summary>
    /// Synthesizes the resolutions in order, in two alternating buffers, so that the last one is in <paramref name="target"/>.
    /// </summary>
    private static void Synthesize(TileComponent component, int[] bands, int[] target, int[] smaller, FrameThreads threads)
    {
        int levels = component.Coding.Levels;
        int[] lower = bands;
        int lowerStride = component.Area.Width;
        for (int r = 1; r <= levels; r++)
        {
            Area area = component.Resolutions[r].Area;
            int[] result = ((levels - r) & 1) == 0 ? target : smaller;
            if (!area.IsEmpty) Synthesize(component, area, lower, lowerStride, bands, result, threads);
            lower = result;
            lowerStride = area.Width;
        }
    }

    private static unsafe void Synthesize(
        TileComponent component, Area area, int[] lower, int lowerStride, int[] bands, int[] result, FrameThreads threads)
    {
        int stride = component.Area.Width;
        threads.ForEachBand(area.Height, area.Width, 2 * WaveletSynthesis.Reach, () => new SynthesisLines(area.Width), (first, end, lines) =>
        {
            int[]? rowsAround = end - first < area.Height ? lines.Around : null;
            fixed (int* low = lower, coefficients = bands, target = result, around = rowsAround, line = lines.Line)
            {
                if (component.Coding.IsReversible)
                {
                    WaveletSynthesis.Reversible(area, first, end, low, lowerStride, coefficients, stride, target, around, line);
                }
                else
                {
                    WaveletSynthesis.Irreversible(
                        area, first, end, (float*)low, lowerStride, (float*)coefficients, stride, (float*)target, (float*)around, (float*)line);
                }
            }
        });
    }

    /// <summary>The buffers of <see cref="WaveletSynthesis"/> for a thread.</summary>
    private sealed class SynthesisLines(int width) : IDisposable
    {
        private int[]? _around;

        public int[] Line { get; } = ArrayPool<int>.Shared.Rent(width + (4 * WaveletSynthesis.Margin));

        /// <summary>At most as large as the shortest band: all threads together need at most the memory of another resolution.</summary>
        public int[] Around => _around ??= ArrayPool<int>.Shared.Rent(2 * WaveletSynthesis.Reach * width);

        public void Dispose()
        {
            ArrayPool<int>.Shared.Return(Line);
            if (_around is not null) ArrayPool<int>.Shared.Return(_around);
        }
    }
}
