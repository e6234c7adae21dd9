using System;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Decodes the code-blocks of High-Throughput JPEG 2000 (T.814 clause 7).</summary>
internal static unsafe class HighThroughputDecoder
{
    /// <summary>Decodes a code-block to <see cref="BlockWorkspace.Samples"/>, with rows of <see cref="Stride"/>.</summary>
    /// <param name="workspace">The working memory.</param>
    /// <param name="block">The code-block.</param>
    /// <param name="contributions">The contributions, with its bytes by codeword segment.</param>
    /// <param name="tile">The bytes of the tile.</param>
    /// <param name="isCausal">Whether contexts are vertically causal: independent of the stripe below.</param>
    /// <param name="planes">The number of bit-planes of the code-block.</param>
    /// <returns>False if it cannot be decoded.</returns>
    public static bool Decode(
        BlockWorkspace workspace, CodeBlock block, ContributionList contributions, ReadOnlySpan<byte> tile, bool isCausal, int planes)
    {
        int stride = Stride(block);
        workspace.EnsureBytes(contributions.LengthOf(block) + BlockWorkspace.Padding);
        int refinements = Gather(workspace, block, contributions, tile, out int set, out int cleanupLength, out int refinementLength);
        int plane = planes - 1 - set;
        if (cleanupLength == 0)
        {
            Array.Clear(workspace.Samples, 0, stride * block.Height);
            return true;
        }

        if (cleanupLength < 2 || plane < 0) return false;
        fixed (byte* bytes = workspace.Bytes, unstuffed = workspace.Unstuffed)
        fixed (uint* samples = workspace.Samples)
        {
            if (!CleanupPass.Decode(bytes, cleanupLength, unstuffed, samples, block.Width, stride, block.Height, plane)) return false;
            if (refinements == 0 || plane == 0) return true;
            fixed (uint* states = workspace.Flags)
            {
                byte* refinement = bytes + cleanupLength;
                var passes = new RefinementPasses((byte*)states, samples, stride, block.Width, block.Height, plane - 1);
                int bitCount = ForwardBits.Unstuff(refinement, refinementLength, unstuffed, 0);
                passes.Significance(unstuffed, bitCount, isCausal);
                if (refinements < 2) return true;
                byte* end = BackwardBits.Unstuff(refinement, refinement + refinementLength, unstuffed);
                passes.Magnitude(new BitWindow(unstuffed, end));
            }
        }

        return true;
    }

    /// <summary>The distance of rows in samples: whole pairs of quads.</summary>
    public static int Stride(CodeBlock block) => (block.Width + 3) & ~3;

    /// <summary>Gathers the bytes of the last HT set that has any, as it has the most bit-planes.</summary>
    /// <returns>The number of its refinement passes.</returns>
    private static int Gather(
        BlockWorkspace workspace, CodeBlock block, ContributionList contributions, ReadOnlySpan<byte> tile,
        out int set, out int cleanupLength, out int refinementLength)
    {
        int pass = block.PlaceholderPasses, refinements = 0, current = -1;
        set = cleanupLength = refinementLength = 0;
        for (int i = block.First; i >= 0; i = contributions[i].Next)
        {
            ref Contribution contribution = ref contributions[i];
            if (contribution.Length == ContributionList.Lost) break;
            Span<byte> bytes = workspace.Bytes;
            ReadOnlySpan<byte> brought = tile.Slice(contribution.Offset, contribution.Length);
            if (pass % 3 == 0)
            {
                current = pass / 3;
                if (contribution.Length > 0)
                {
                    set = current;
                    cleanupLength = contribution.Length;
                    refinementLength = refinements = 0;
                    brought.CopyTo(bytes);
                }
            }
            else if (current == set && cleanupLength > 0)
            {
                brought.CopyTo(bytes.Slice(cleanupLength + refinementLength));
                refinementLength += contribution.Length;
                refinements += contribution.Passes;
            }

            pass += contribution.Passes;
        }

        return refinements;
    }
}
