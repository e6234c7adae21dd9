using System;
using System.Buffers;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;
using PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Encodes the samples of a tile-component to code-blocks.</summary>
/// <param name="component">The tile-component, as the decoder knows it from the main header.</param>
/// <param name="threads">The threads to use.</param>
internal sealed unsafe class ComponentEncoder(TileComponent component, FrameThreads threads) : IDisposable
{
    /// <summary>The fewest rows of a band that is worth computing the rows around it again.</summary>
    private const int MinimumRows = 16;

    private readonly List<(Subband Band, CodeBlock Block)> _blocks = [];
    private int[] _coefficients = PlaneMemory.Rent(component.Area);

    /// <summary>The number of its code-blocks.</summary>
    public int BlockCount => _blocks.Count;

    /// <summary>Transforms the samples to coefficients.</summary>
    /// <param name="plane">The samples, which are overwritten.</param>
    public void Analyze(int[] plane)
    {
        int levels = component.Coding.Levels, stride = component.Area.Width;
        if (levels == 0)
        {
            Array.Copy(plane, _coefficients, component.Area.Width * component.Area.Height);
            return;
        }

        int[] lower = PlaneMemory.Rent(component.Resolutions[levels - 1].Area);
        int[] source = plane, target = lower;
        for (int r = levels; r > 0; r--)
        {
            // The lowest resolution is a sub-band. Until then, two buffers alternate, as rows are read after others were written.
            Area area = component.Resolutions[r].Area, reduced = component.Resolutions[r - 1].Area;
            Analyze(source, area, r == 1 ? _coefficients : target, r == 1 ? stride : reduced.Width);
            (source, target) = (target, source);
        }

        PlaneMemory.Return(lower);
    }

    /// <summary>Creates the code-blocks.</summary>
    public void CreateBlocks(WorkBudget budget)
    {
        foreach (Resolution resolution in component.Resolutions)
        {
            for (int i = 0; i < resolution.PrecinctCount; i++)
            {
                Precinct precinct = resolution.GetPrecinct(i);
                precinct.Bands = resolution.CreateBlocks(i, budget);
                foreach (PrecinctBand band in precinct.Bands)
                {
                    foreach (CodeBlock block in band.Blocks) _blocks.Add((band.Band, block));
                }
            }
        }
    }

    /// <summary>Encodes the code-blocks, which are independent.</summary>
    /// <param name="coder">Encodes a code-block from its coefficients.</param>
    /// <param name="encoded">Receives what the code-blocks were encoded to.</param>
    public void EncodeBlocks(BlockCoder coder, Dictionary<CodeBlock, EncodedBlock> encoded)
    {
        var results = new EncodedBlock[_blocks.Count];
        threads.ForEach(_blocks.Count, () => new EncodingWorkspace(), (i, workspace) =>
        {
            (Subband band, CodeBlock block) = _blocks[i];
            int stride = component.Area.Width;
            fixed (int* coefficients = _coefficients)
                results[i] = coder(workspace, coefficients + ((long)(band.Top + block.Y) * stride) + band.Left + block.X, stride, block, band);
        });
        for (int i = 0; i < results.Length; i++) encoded[_blocks[i].Block] = results[i];
    }

    public void Dispose()
    {
        PlaneMemory.Return(_coefficients);
        _coefficients = [];
    }

    private void Analyze(int[] source, Area area, int[] lower, int lowerStride)
    {
        int width = area.Width, height = area.Height, stride = component.Area.Width;
        threads.ForEachBand((height + 1) >> 1, 2L * width, MinimumRows, () => new AnalysisMemory(width), (first, end, memory) =>
        {
            fixed (int* samples = source, low = lower, bands = _coefficients, lines = memory.Lines)
            {
                if (component.Coding.IsReversible)
                {
                    WaveletAnalysis.Reversible(samples, width, width, height, first, end, low, lowerStride, bands, stride, lines);
                }
                else
                {
                    WaveletAnalysis.Irreversible(
                        (float*)samples, width, width, height, first, end, (float*)low, lowerStride, (float*)bands, stride, (float*)lines);
                }
            }
        });
    }

    /// <summary>The rows of <see cref="WaveletAnalysis"/> for a thread.</summary>
    private sealed class AnalysisMemory(int width) : IDisposable
    {
        public int[] Lines { get; } = ArrayPool<int>.Shared.Rent(WaveletAnalysis.Lines * (width + WaveletAnalysis.Margin));

        public void Dispose() => ArrayPool<int>.Shared.Return(Lines);
    }
}

/// <summary>Encodes a code-block.</summary>
/// <param name="workspace">The working memory.</param>
/// <param name="coefficients">Its first coefficient: an integer, or a float of the irreversible transform.</param>
/// <param name="stride">The distance of rows in coefficients.</param>
/// <param name="block">The code-block.</param>
/// <param name="band">The sub-band.</param>
internal unsafe delegate EncodedBlock BlockCoder(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band);
