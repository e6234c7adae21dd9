using System;
using PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>Encodes the code-blocks of High-Throughput JPEG 2000 (T.814 clause 7) in one cleanup pass of all bit-planes.</summary>
internal static unsafe class HighThroughputEncoder
{
    /// <inheritdoc cref="BlockEncoder.Encode(EncodingWorkspace, int*, int, CodeBlock, Subband)"/>
    public static EncodedBlock Encode(EncodingWorkspace workspace, int* coefficients, int stride, CodeBlock block, Subband band)
    {
        fixed (byte* unstuffed = workspace.Unstuffed, bytes = workspace.Bytes)
        {
            int length = CleanupEncoder.Encode(
                coefficients, stride, block.Width, block.Height, unstuffed, bytes, bytes + EncodingWorkspace.MaxBytes);
            // The pass is that of the lowest bit-plane: all others count as zero planes.
            return length == 0 ? EncodedBlock.Blank : new EncodedBlock(new ReadOnlySpan<byte>(bytes, length).ToArray(), planes: 1, passes: 1);
        }
    }
}
