using System;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>Encodes the code-blocks of part 1: three coding passes for each bit-plane, in one codeword segment (T.800 annex D).</summary>
internal static unsafe class BlockEncoder
{
    /// <summary>Encodes a code-block of integer coefficients.</summary>
    /// <param name="workspace">The working memory.</param>
    /// <param name="coefficients">Its first coefficient.</param>
    /// <param name="stride">The distance of rows in coefficients.</param>
    /// <param name="block">The code-block.</param>
    /// <param name="band">The sub-band.</param>
    public static EncodedBlock Encode(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band) =>
        Encode(workspace, coefficients, stride, block, band, weight: 0);

    /// <summary>Encodes a code-block, and finds where it can end.</summary>
    /// <inheritdoc cref="Encode(EncodingWorkspace, int*, int, CodeBlock, Subband)"/>
    /// <param name="workspace">The working memory.</param>
    /// <param name="coefficients">Its first coefficient.</param>
    /// <param name="stride">The distance of rows in coefficients.</param>
    /// <param name="block">The code-block.</param>
    /// <param name="band">The sub-band.</param>
    /// <param name="weight">
    /// The squared error in samples of the square of a step; the coefficients then have <see cref="BlockDistortion.Fraction"/> bits below it. 0 if the
    /// code-block is to be whole.
    /// </param>
    [MethodImpl(Compiled.AtOnce)]
    public static EncodedBlock Encode(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band, double weight)
    {
        int width = block.Width, height = block.Height;
        fixed (uint* magnitudes = workspace.Magnitudes, flags = workspace.Flags)
        fixed (byte* nibbles = workspace.Nibbles, signs = workspace.Signs, bytes = workspace.Bytes)
        fixed (byte* significance = BlockContexts.Significance(band), sign = BlockContexts.Sign)
        {
            uint all = BlockStripes.Load(coefficients, stride, width, height, magnitudes, signs);
            int fraction = weight > 0 ? BlockDistortion.Fraction : 0, planes = Bits.Length(all) - fraction, columns = width * ((height + 3) >> 2);
            if (planes <= 0) return EncodedBlock.Blank;
            weight /= 1L << (2 * fraction);
            StripeFlags.Clear(flags, width, height);
            MqEncoder mq = default;
            var passes = new EncodingPasses(&mq, flags, nibbles, signs, width, height, significance, sign);
            PassList ends = workspace.Passes;
            ends.Clear();
            passes.Begin(bytes + 1);
            for (int plane = planes - 1; plane >= 0; plane--)
            {
                BlockStripes.TakePlane(magnitudes, columns, plane + fraction, nibbles);
                (long Sum, int Count) propagated = default;
                if (plane < planes - 1)
                {
                    passes.Significance();
                    if (weight > 0) ends.Add(passes.End(), weight * BlockDistortion.OfSignificance(magnitudes, flags, width, height, plane + fraction, false, ref propagated));
                    passes.Refinement();
                    if (weight > 0) ends.Add(passes.End(), weight * BlockDistortion.OfRefinement(magnitudes, 4 * columns, plane + fraction));
                }

                passes.Cleanup();
                if (weight > 0) ends.Add(passes.End(), weight * BlockDistortion.OfSignificance(magnitudes, flags, width, height, plane + fraction, true, ref propagated));
            }

            byte[] segment = new ReadOnlySpan<byte>(bytes + 1, passes.Finish()).ToArray();
            return new EncodedBlock(segment, planes, (3 * planes) - 2) { Points = weight > 0 ? ends.Points(segment) : [] };
        }
    }
}
