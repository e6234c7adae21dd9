using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using PSDicom.Codecs.Jpeg2000.Blocks;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.HighThroughput;
using PSDicom.Codecs.Jpeg2000.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Decodes the code-blocks of a tile-component to coefficients (T.800 annexes D, E and H).</summary>
internal sealed unsafe class CoefficientDecoder(TileComponent component, ContributionList contributions, ReadOnlyMemory<byte> tile, int[] bands)
{
    private readonly List<(Subband Band, CodeBlock Block)> _blocks = Find(component);

    private int _faults;

    /// <returns>False if a code-block is missing or incomplete.</returns>
    /// <remarks>Code-blocks are independent, and write only their own coefficients.</remarks>
    public bool DecodeAll(FrameThreads threads)
    {
        if (!CoverAll()) Array.Clear(bands, 0, component.Area.Width * component.Area.Height);
        threads.ForEach(_blocks.Count, () => new BlockWorkspace(), (i, workspace) => Decode(_blocks[i].Band, _blocks[i].Block, workspace));
        return _faults == 0;
    }

    private static List<(Subband Band, CodeBlock Block)> Find(TileComponent component)
    {
        var blocks = new List<(Subband Band, CodeBlock Block)>();
        foreach (Resolution resolution in component.Resolutions)
        {
            foreach (Precinct precinct in resolution.Precincts)
            {
                foreach (PrecinctBand band in precinct.Bands ?? [])
                {
                    foreach (CodeBlock block in band.Blocks) blocks.Add((band.Band, block));
                }
            }
        }

        return blocks;
    }

    /// <summary>Whether each coefficient has a code-block. It has none if packets are missing.</summary>
    private bool CoverAll()
    {
        long covered = 0;
        foreach ((Subband _, CodeBlock block) in _blocks) covered += (long)block.Width * block.Height;
        return covered == (long)component.Area.Width * component.Area.Height;
    }

    private void Decode(Subband band, CodeBlock block, BlockWorkspace workspace)
    {
        bool isCoded = block.First >= 0;
        if (isCoded && TryDecode(band, block, workspace)) return;
        if (isCoded) Interlocked.Increment(ref _faults);
        int width = component.Area.Width;
        long first = ((long)(band.Top + block.Y) * width) + band.Left + block.X;
        for (int y = 0; y < block.Height; y++, first += width) Array.Clear(bands, (int)first, block.Width);
    }

    private bool TryDecode(Subband band, CodeBlock block, BlockWorkspace workspace)
    {
        int planes = band.Planes + component.RegionShift - block.ZeroPlanes;
        if (planes <= 0 || planes > BlockDecoder.MaxPlanes) return false;
        BlockStyle style = component.Coding.Style;
        int stride = block.Width;
        if (block.HighThroughput == HighThroughputState.None)
        {
            BlockDecoder.Decode(workspace, block, contributions, tile.Span, band, style, planes);
        }
        else
        {
            stride = HighThroughputDecoder.Stride(block);
            if (!HighThroughputDecoder.Decode(workspace, block, contributions, tile.Span, (style & BlockStyle.VerticallyCausal) != 0, planes)) return false;
        }

        fixed (uint* samples = workspace.Samples)
        fixed (int* coefficients = bands)
        {
            if (component.RegionShift > 0) ShiftRegion(samples, stride * block.Height, component.RegionShift);
            int width = component.Area.Width;
            int* target = coefficients + ((long)(band.Top + block.Y) * width) + band.Left + block.X;
            for (int y = 0; y < block.Height; y++, target += width)
            {
                if (component.Coding.IsReversible) CoefficientLines.ToIntegers(samples + (y * stride), target, block.Width);
                else CoefficientLines.ToFloats(samples + (y * stride), 0.5f * band.StepSize, (float*)target, block.Width);
            }
        }

        return true;
    }

    /// <summary>Shifts the coefficients of a region of interest back, which are larger than all others (T.800 H.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void ShiftRegion(uint* samples, int count, int shift)
    {
        if (shift >= 31) return;
        for (int i = 0; i < count; i++)
        {
            uint magnitude = samples[i] & int.MaxValue;
            if (magnitude >> shift > 1) samples[i] = (samples[i] & 0x8000_0000) | (magnitude >> shift);
        }
    }
}
