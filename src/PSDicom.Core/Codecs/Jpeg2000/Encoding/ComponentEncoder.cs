using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;
using PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Encodes the samples of a component to code-blocks.</summary>
/// <param name="component">The tile-component.</param>
/// <param name="threads">The threads to use.</param>
internal sealed unsafe class ComponentEncoder(TileComponent component, FrameThreads threads) : IDisposable
{
    /// <summary>The fewest rows of a band that is worth computing the rows around it again.</summary>
    private const int MinimumRows = 16;

    private readonly int _stride = component.Area.Width;
    private int[] _coefficients = PlaneMemory.Rent(component.Area);

    /// <summary>Transforms the samples to coefficients.</summary>
    /// <param name="plane">The samples, which are overwritten.</param>
    public void Analyze(int[] plane)
    {
        int levels = component.Coding.Levels;
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
            Analyze(source, area, r == 1 ? _coefficients : target, r == 1 ? _stride : reduced.Width);
            (source, target) = (target, source);
        }

        PlaneMemory.Return(lower);
    }

    /// <summary>Encodes the code-blocks, which are independent.</summary>
    /// <param name="laid">The tile-component, or one of the same geometry with other steps of quantization. It receives its code-blocks.</param>
    /// <param name="coder">Encodes a code-block.</param>
    /// <param name="encoded">Receives what the code-blocks were encoded to.</param>
    /// <param name="sampling">One of so many code-blocks is encoded.</param>
    /// <param name="least">The fewest code-blocks to encode.</param>
    public void EncodeBlocks(TileComponent laid, BlockCoder coder, Dictionary<CodeBlock, EncodedBlock> encoded, int sampling = 1, int least = 0)
    {
        List<(Subband Band, CodeBlock Block)> blocks = CreateBlocks(laid);
        if (least > 0) sampling = Math.Min(sampling, Math.Max(1, blocks.Count / least));
        if (sampling > 1) blocks = [.. blocks.Where((_, i) => i % sampling == 0)];
        var results = new EncodedBlock[blocks.Count];
        threads.ForEach(results.Length, () => new EncodingWorkspace(), (i, workspace) =>
        {
            (Subband band, CodeBlock block) = blocks[i];
            fixed (int* coefficients = _coefficients)
                results[i] = coder(workspace, coefficients + ((long)(band.Top + block.Y) * _stride) + band.Left + block.X, _stride, block, band);
        });
        for (int i = 0; i < results.Length; i++) encoded.Add(blocks[i].Block, results[i]);
    }

    public void Dispose()
    {
        PlaneMemory.Return(_coefficients);
        _coefficients = [];
    }

    private List<(Subband Band, CodeBlock Block)> CreateBlocks(TileComponent laid)
    {
        var blocks = new List<(Subband Band, CodeBlock Block)>();
        var budget = new WorkBudget((long)_stride * component.Area.Height, threads.Cancellation);
        foreach (Resolution resolution in laid.Resolutions)
        {
            for (int i = 0; i < resolution.PrecinctCount; i++)
            {
                Precinct precinct = resolution.GetPrecinct(i);
                precinct.Bands = resolution.CreateBlocks(i, budget);
                foreach (PrecinctBand band in precinct.Bands)
                {
                    foreach (CodeBlock block in band.Blocks) blocks.Add((band.Band, block));
                }
            }
        }

        return blocks;
    }

    private void Analyze(int[] source, Area area, int[] lower, int lowerStride)
    {
        int width = area.Width, height = area.Height;
        threads.ForEachBand((height + 1) >> 1, 2L * width, MinimumRows, () => new AnalysisMemory(width), (first, end, memory) =>
        {
            fixed (int* samples = source, low = lower, bands = _coefficients, lines = memory.Lines)
            {
                if (component.Coding.IsReversible)
                {
                    WaveletAnalysis.Reversible(samples, width, width, height, first, end, low, lowerStride, bands, _stride, lines);
                }
                else
                {
                    WaveletAnalysis.Irreversible(
                        (float*)samples, width, width, height, first, end, (float*)low, lowerStride, (float*)bands, _stride, (float*)lines);
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
