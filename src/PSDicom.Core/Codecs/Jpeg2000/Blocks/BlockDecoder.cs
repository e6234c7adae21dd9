using System;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>Decodes the code-blocks of part 1: three coding passes for each bit-plane (T.800 annex D).</summary>
internal static unsafe class BlockDecoder
{
    /// <summary>The maximum number of bit-planes of a sample in halves, without its sign.</summary>
    public const int MaxPlanes = 30;

    /// <summary>The number of passes before the first one that can bypass the arithmetic decoder (T.800 table D.9).</summary>
    private const int PassesBeforeBypass = 10;

    /// <summary>Decodes a code-block to <see cref="BlockWorkspace.Samples"/>, with rows as wide as the code-block.</summary>
    /// <param name="workspace">The working memory.</param>
    /// <param name="block">The code-block.</param>
    /// <param name="contributions">The contributions, with its bytes by codeword segment.</param>
    /// <param name="tile">The bytes of the tile.</param>
    /// <param name="band">The sub-band.</param>
    /// <param name="style">The code-block style.</param>
    /// <param name="planes">The number of bit-planes of the code-block.</param>
    public static void Decode(
        BlockWorkspace workspace, CodeBlock block, ContributionList contributions, ReadOnlySpan<byte> tile, Subband band, BlockStyle style, int planes)
    {
        Array.Clear(workspace.Samples, 0, block.Width * block.Height);
        workspace.EnsureBytes(contributions.LengthOf(block) + BlockWorkspace.Padding);
        fixed (uint* samples = workspace.Samples, flags = workspace.Flags)
        fixed (byte* bytes = workspace.Bytes, significance = BlockContexts.Significance(band), sign = BlockContexts.Sign)
        {
            StripeFlags.Clear(flags, block.Width, block.Height);
            MqDecoder mq = default;
            mq.ResetContexts();
            var passes = new CodingPasses(
                &mq, samples, flags, block.Width, block.Height, significance, sign, (style & BlockStyle.VerticallyCausal) != 0);
            int pass = 0, last = (3 * planes) - 2;
            for (int i = block.First; i >= 0 && pass < last;)
            {
                int length = Gather(contributions, ref i, tile, bytes, out int count);
                if (count == 0) break;
                bool isRaw = (style & BlockStyle.Bypass) != 0 && pass >= PassesBeforeBypass && (pass + 2) % 3 < 2;
                if (isRaw) passes.Raw = new RawBits(bytes, length);
                else mq.Begin(bytes, length);
                for (int end = Math.Min(pass + count, last); pass < end; pass++) RunPass(ref passes, &mq, pass, planes, isRaw, style);
            }
        }
    }

    private static void RunPass(ref CodingPasses passes, MqDecoder* mq, int pass, int planes, bool isRaw, BlockStyle style)
    {
        int plane = planes - 1 - ((pass + 2) / 3);
        switch ((pass + 2) % 3)
        {
            case 0 when isRaw:
                passes.SignificanceRaw(plane);
                break;
            case 0:
                passes.Significance(plane);
                break;
            case 1 when isRaw:
                passes.RefinementRaw(plane);
                break;
            case 1:
                passes.Refinement(plane);
                break;
            default:
                passes.Cleanup(plane, (style & BlockStyle.SegmentationSymbols) != 0);
                break;
        }

        if ((style & BlockStyle.ResetContexts) != 0) mq->ResetContexts();
    }

    /// <summary>Joins the contributions of one codeword segment.</summary>
    /// <returns>Its length in bytes.</returns>
    private static int Gather(ContributionList contributions, ref int index, ReadOnlySpan<byte> tile, byte* bytes, out int passes)
    {
        int length = 0;
        passes = 0;
        do
        {
            ref Contribution contribution = ref contributions[index];
            if (contribution.Length == ContributionList.Lost)
            {
                index = -1;
                break;
            }

            tile.Slice(contribution.Offset, contribution.Length).CopyTo(new Span<byte>(bytes + length, contribution.Length));
            length += contribution.Length;
            passes += contribution.Passes;
            index = contribution.Next;
        }
        while (index >= 0 && contributions[index].Continues);
        return length;
    }
}
