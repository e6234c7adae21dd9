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
        return choice.IsReversible ? coder : Quantized(coder, fraction: 0);
    }

    /// <summary>The coder of code-blocks that can end after each coding pass.</summary>
    /// <param name="levels">The number of decomposition levels.</param>
    /// <param name="componentWeight">The error in samples of an error of the component.</param>
    public static BlockCoder Measured(int levels, double componentWeight) => Quantized((workspace, coefficients, stride, block, band) =>
    {
        double weight = band.StepSize * BandWeights.Irreversible(levels, band.Index) * componentWeight;
        return BlockEncoder.Encode(workspace, coefficients, stride, block, band, weight * weight);
    }, BlockDistortion.Fraction);

    /// <param name="coder">The coder of the quantized coefficients.</param>
    /// <param name="fraction">The bits below a step that are kept.</param>
    private static BlockCoder Quantized(BlockCoder coder, int fraction) => (workspace, coefficients, stride, block, band) =>
    {
        fixed (int* quantized = workspace.Quantized)
        {
            Quantize((float*)coefficients, stride, block, (1 << fraction) / band.StepSize, quantized);
            return coder(workspace, quantized, block.Width, block, band);
        }
    };

    [MethodImpl(Compiled.AtOnce)]
    private static void Quantize(float* coefficients, int stride, CodeBlock block, float scale, int* quantized)
    {
        for (int y = 0; y < block.Height; y++) AnalysisLines.Quantize(coefficients + ((long)y * stride), scale, quantized + (y * block.Width), block.Width);
    }
}
