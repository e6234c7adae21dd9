using System;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;
using PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;
using PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>The ways to encode code-blocks.</summary>
internal static unsafe class BlockCoders
{
    /// <summary>The coder of whole code-blocks.</summary>
    public static BlockCoder Whole(CodingChoice choice)
    {
        BlockCoder coder = choice.IsHighThroughput ? HighThroughputEncoder.Encode : BlockEncoder.Encode;
        return choice.IsReversible ? coder : Quantized(coder);
    }

    /// <summary>The coder of code-blocks that can end after each coding pass.</summary>
    /// <param name="levels">The number of decomposition levels.</param>
    /// <param name="componentWeight">The error in samples of an error of the component.</param>
    public static BlockCoder Measured(int levels, double componentWeight) => (workspace, coefficients, stride, block, band) =>
    {
        double weight = band.StepSize * BandWeights.Irreversible(levels, band.Index) * componentWeight;
        fixed (int* quantized = workspace.Quantized)
        {
            Quantize((float*)coefficients, stride, block, band, quantized);
            double error = Error((float*)coefficients, stride, block, 1 / band.StepSize, quantized);
            return BlockEncoder.Encode(workspace, quantized, block.Width, block, band, weight * weight, weight * weight * error);
        }
    };

    private static BlockCoder Quantized(BlockCoder coder) => (workspace, coefficients, stride, block, band) =>
    {
        fixed (int* quantized = workspace.Quantized)
        {
            Quantize((float*)coefficients, stride, block, band, quantized);
            return coder(workspace, quantized, block.Width, block, band);
        }
    };

    private static void Quantize(float* coefficients, int stride, CodeBlock block, Subband band, int* quantized)
    {
        for (int y = 0; y < block.Height; y++)
            AnalysisLines.Quantize(coefficients + ((long)y * stride), 1 / band.StepSize, quantized + (y * block.Width), block.Width);
    }

    /// <summary>The squared error of quantization in squares of a step, where decoders put a coefficient in the middle of its step.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static double Error(float* coefficients, int stride, CodeBlock block, float scale, int* quantized)
    {
        double sum = 0;
        for (int y = 0; y < block.Height; y++, coefficients += stride, quantized += block.Width)
        {
            for (int x = 0; x < block.Width; x++)
            {
                double value = Math.Abs(coefficients[x] * scale), magnitude = Math.Abs(quantized[x]), rest = value - magnitude - (magnitude > 0 ? 0.5 : 0);
                sum += rest * rest;
            }
        }

        return sum;
    }
}
