using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Codecs.Jpeg2000.Encoding.Packets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>
/// Encodes a frame to a number of bytes, with the irreversible transform. With the high-throughput coder, the step of quantization is searched.
/// Otherwise the step is finer, and each code-block ends where its squared error falls by less for each byte than a slope that is the same for
/// all. Steps are estimated from some of the code-blocks.
/// </summary>
internal sealed class RateEncoder : IDisposable
{
    /// <summary>The first step to try, as a part of the range of samples.</summary>
    private const double FirstStep = 0.01;

    /// <summary>Sizes from this part of the wanted size on are close enough.</summary>
    private const double Close = 0.99;

    /// <summary>The same for a first estimate.</summary>
    private const double Near = 0.85;

    /// <summary>One of so many code-blocks is used for estimates, but not fewer than the least number. They shall not lie below each other.</summary>
    private const int BlocksOfSample = 7;
    private const int LeastSamples = 6;

    /// <summary>In small frames, headers come on top of the wanted size, which is at least this: no ratio makes a blank frame.</summary>
    private const int LeastBytes = 64;
    private const int ShareOfHeaders = 8;

    /// <summary>How much finer than for whole code-blocks the step is, where slopes are estimated.</summary>
    private const double Finer = 0.4;

    /// <summary>
    /// The slope in squares of a step that is best for most images: it determines where between two bit-planes code-blocks end. Other slopes between
    /// powers of 4 cost up to half a decibel.
    /// </summary>
    private const double SlopeOfStep = 11;

    /// <summary>The steps around that one to try, which stand for all: bit-planes double from one to the next. Then those around the best one.</summary>
    private static readonly double[] Tried = [0.74, 0.87, 1, 1.2], TriedThen = [0.94, 1.07];

    private readonly FrameFormat _format;
    private readonly CodingChoice _choice;
    private readonly FrameThreads _threads;
    private readonly List<ComponentEncoder> _components = [];

    private RateEncoder(FrameFormat format, CodingChoice choice, FrameThreads threads)
    {
        _format = format;
        _choice = choice;
        _threads = threads;
    }

    /// <summary>Encodes a frame.</summary>
    /// <param name="samples">The frame.</param>
    /// <param name="format">Its format.</param>
    /// <param name="choice">How it is encoded; the step is replaced.</param>
    /// <param name="bytes">The most bytes; more in small frames, which are mostly headers.</param>
    /// <param name="target">Receives the codestream.</param>
    /// <param name="threads">The threads to use.</param>
    public static void Encode(
        ReadOnlyMemory<byte> samples, FrameFormat format, CodingChoice choice, long bytes, EncodedBytes target, FrameThreads threads)
    {
        using var encoder = new RateEncoder(format, choice, threads);
        var layout = new FrameLayout(format, choice);
        FrameEncoder.ForEachComponent(samples, layout, threads, (component, plane) =>
        {
            var components = new ComponentEncoder(layout.Components[component], threads);
            encoder._components.Add(components);
            components.Analyze(plane);
        });
        var headers = new EncodedBytes();
        MainHeaderWriter.Write(new CodestreamWriter(headers), format, choice);
        bytes = Math.Max(bytes, Math.Min(ShareOfHeaders * headers.Length, headers.Length + Math.Max(LeastBytes, bytes)));
        if (choice.IsHighThroughput) encoder.EncodeWhole(bytes, target);
        else encoder.EncodeTruncated(bytes, target);
    }

    public void Dispose()
    {
        foreach (ComponentEncoder component in _components) component.Dispose();
    }

    private void EncodeWhole(long bytes, EncodedBytes target)
    {
        int start = target.Length;
        StepSearch.Find(Estimate(bytes), bytes, Close, step =>
        {
            FrameLayout layout = Layout(step);
            return Write(layout, EncodeBlocks(layout, _ => BlockCoders.Whole(_choice), 1), start, target);
        });
    }

    private void EncodeTruncated(long bytes, EncodedBytes target)
    {
        int start = target.Length;
        double whole = Estimate(bytes), step = ChooseStep(whole, (long)(bytes * PartOfSample(whole)));
        FrameLayout layout = Layout(step);
        Dictionary<CodeBlock, EncodedBlock> blocks = EncodeMeasured(layout, 1);
        for (long wanted = bytes; ;)
        {
            double slope = FindSlope(wanted, blocks.Values);
            foreach (EncodedBlock block in blocks.Values) block.Truncate(slope);
            long length = LengthOf(blocks), size = Write(layout, blocks, start, target);
            if (size <= bytes || length == 0) return;

            // What headers need is known from the last try; less each time, so that the size fits in the end.
            wanted = Math.Min(bytes - (size - length), wanted - 1 - (wanted >> 9));
        }
    }

    /// <summary>Estimates the step for a size from some of the code-blocks.</summary>
    /// <param name="bytes">The size of all of them.</param>
    private double Estimate(long bytes)
    {
        double pixels = (double)_format.Shape.Rows * _format.Shape.Columns * _components.Count;
        return StepSearch.Find(Math.Pow(2, _format.BitsStored) * FirstStep, bytes, Near, tried =>
        {
            Dictionary<CodeBlock, EncodedBlock> blocks = EncodeFast(tried, BlocksOfSample);
            return (long)(LengthOf(blocks) * pixels / blocks.Keys.Sum(block => (double)block.Width * block.Height));
        });
    }

    /// <summary>The part of the bytes that some of the code-blocks have, which may be other ones than most.</summary>
    private double PartOfSample(double step) => (double)LengthOf(EncodeFast(step, BlocksOfSample)) / Math.Max(1, LengthOf(EncodeFast(step, 1)));

    private static long LengthOf(Dictionary<CodeBlock, EncodedBlock> blocks) => blocks.Values.Sum(block => (long)block.Length);

    private Dictionary<CodeBlock, EncodedBlock> EncodeFast(double step, int blocksOfSample)
    {
        CodingChoice fast = _choice with { IsHighThroughput = true };
        return EncodeBlocks(Layout(step), _ => BlockCoders.Whole(fast), blocksOfSample);
    }

    /// <summary>Chooses the step of truncated code-blocks by the slope of some of them.</summary>
    /// <param name="whole">The step of whole code-blocks of the wanted size.</param>
    /// <param name="bytes">The wanted size of some code-blocks.</param>
    private double ChooseStep(double whole, long bytes)
    {
        double step = Math.Max(StepSearch.LeastStep, whole * Finer), slope;
        while ((slope = FindSlope(bytes, EncodeMeasured(Layout(step), BlocksOfSample).Values)) == 0 && step > StepSearch.LeastStep)
            step = Math.Max(StepSearch.LeastStep, step / 2);
        if (slope is 0 or double.PositiveInfinity) return step;
        double middle = Math.Sqrt(slope / SlopeOfStep), best = step, most = double.NegativeInfinity;
        foreach (double part in Tried) Try(middle * part);
        middle = best;
        foreach (double part in TriedThen) Try(middle * part);
        return best;

        void Try(double tried)
        {
            tried = Math.Max(StepSearch.LeastStep, tried);
            double reduction = ReductionOf(EncodeMeasured(Layout(tried), BlocksOfSample).Values, bytes);
            if (reduction > most) (best, most) = (tried, reduction);
        }
    }

    /// <summary>By how much code-blocks of a size reduce the squared error.</summary>
    private static double ReductionOf(ICollection<EncodedBlock> blocks, long bytes)
    {
        double slope = FindSlope(bytes, blocks), reduction = 0;
        if (double.IsInfinity(slope)) return 0;
        foreach (EncodedBlock block in blocks)
        {
            reduction += block.ReductionAt(slope);
            bytes -= block.LengthAt(slope);
        }

        // The rest is too short for a pass of any code-block, but not for one of all of them.
        return reduction + (slope * bytes);
    }

    /// <summary>Finds the least slope by which code-blocks are not longer than wanted.</summary>
    private static double FindSlope(long bytes, ICollection<EncodedBlock> blocks)
    {
        // Numbers above 0 are in the order of their bits.
        long least = 0, most = BitConverter.DoubleToInt64Bits(double.PositiveInfinity);
        while (least < most)
        {
            long middle = least + ((most - least) / 2), length = 0;
            double slope = BitConverter.Int64BitsToDouble(middle);
            foreach (EncodedBlock block in blocks) length += block.LengthAt(slope);
            if (length > bytes) least = middle + 1;
            else most = middle;
        }

        return BitConverter.Int64BitsToDouble(most);
    }

    private FrameLayout Layout(double step) => new(_format, _choice with { Step = (float)step });

    private Dictionary<CodeBlock, EncodedBlock> EncodeMeasured(FrameLayout layout, int blocksOfSample) =>
        EncodeBlocks(layout, component => BlockCoders.Measured(_choice.Levels, WeightOf(component)), blocksOfSample);

    /// <param name="layout">The tile-components.</param>
    /// <param name="coderOf">The coder of a component.</param>
    /// <param name="blocksOfSample">One of so many code-blocks is encoded.</param>
    private Dictionary<CodeBlock, EncodedBlock> EncodeBlocks(FrameLayout layout, Func<int, BlockCoder> coderOf, int blocksOfSample)
    {
        var blocks = new Dictionary<CodeBlock, EncodedBlock>();
        for (int c = 0; c < _components.Count; c++) _components[c].EncodeBlocks(layout.Components[c], coderOf(c), blocks, blocksOfSample, LeastSamples);
        return blocks;
    }

    /// <returns>The number of bytes.</returns>
    private long Write(FrameLayout layout, Dictionary<CodeBlock, EncodedBlock> blocks, int start, EncodedBytes target)
    {
        target.Truncate(start);
        PacketWriter.Write(layout, blocks, target, _threads.Cancellation);
        return target.Length - start;
    }

    /// <summary>The error in samples of an error of a component: the norm of what it becomes by the component transform.</summary>
    private double WeightOf(int component) => !_choice.HasComponentTransform ? 1 : component switch
    {
        0 => Math.Sqrt(3),
        1 => Math.Sqrt((0.34413 * 0.34413) + (1.772 * 1.772)),
        _ => Math.Sqrt((1.402 * 1.402) + (0.71414 * 0.71414)),
    };
}
