using System;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>Encodes the code-blocks of part 1: three coding passes for each bit-plane, in one codeword segment (T.800 annex D).</summary>
internal static unsafe class BlockEncoder
{
    /// <summary>Encodes a code-block of the reversible transform.</summary>
    /// <param name="workspace">The working memory.</param>
    /// <param name="coefficients">Its first coefficient.</param>
    /// <param name="stride">The distance of rows in coefficients.</param>
    /// <param name="block">The code-block.</param>
    /// <param name="band">The sub-band.</param>
    public static EncodedBlock Encode(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band)
    {
        int width = block.Width, height = block.Height;
        fixed (uint* magnitudes = workspace.Magnitudes, flags = workspace.Flags)
        fixed (byte* nibbles = workspace.Nibbles, signs = workspace.Signs, bytes = workspace.Bytes)
        fixed (byte* significance = BlockContexts.Significance(band), sign = BlockContexts.Sign)
        {
            uint all = BlockStripes.Load(coefficients, stride, width, height, magnitudes, signs);
            int planes = Bits.Length(all), columns = width * ((height + 3) >> 2);
            if (planes == 0) return EncodedBlock.Blank;
            StripeFlags.Clear(flags, width, height);
            MqEncoder mq = default;
            var passes = new EncodingPasses(&mq, flags, nibbles, signs, width, height, significance, sign);
            passes.Begin(bytes + 1);
            for (int plane = planes - 1; plane >= 0; plane--)
            {
                BlockStripes.TakePlane(magnitudes, columns, plane, nibbles);
                if (plane < planes - 1)
                {
                    passes.Significance();
                    passes.Refinement();
                }

                passes.Cleanup();
            }

            return new EncodedBlock(new ReadOnlySpan<byte>(bytes + 1, passes.Finish()).ToArray(), planes, (3 * planes) - 2);
        }
    }
}
