using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Encoding.Packets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Encodes a frame as a codestream of one tile, one layer, and code-blocks of all their coding passes.</summary>
internal static class FrameEncoder
{
    private const int ComponentsOfTransform = 3;

    public static void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, CodingChoice choice, EncodedBytes target, FrameThreads threads)
    {
        var layout = new FrameLayout(format, choice);
        var blocks = new Dictionary<CodeBlock, EncodedBlock>();
        BlockCoder coder = BlockCoders.Whole(choice);
        ForEachComponent(samples, layout, threads, (component, plane) =>
        {
            using var encoder = new ComponentEncoder(layout.Components[component], threads);
            encoder.Analyze(plane);
            encoder.EncodeBlocks(layout.Components[component], coder, blocks);
        });
        PacketWriter.Write(layout, blocks, target, threads.Cancellation);
    }

    /// <summary>Reads the components, those of a transform together.</summary>
    /// <param name="samples">The frame.</param>
    /// <param name="layout">Its tile-components.</param>
    /// <param name="threads">The threads to use.</param>
    /// <param name="encode">Takes a component and its samples, which it may overwrite.</param>
    public static void ForEachComponent(ReadOnlyMemory<byte> samples, FrameLayout layout, FrameThreads threads, Action<int, int[]> encode)
    {
        int together = layout.Choice.HasComponentTransform ? ComponentsOfTransform : 1;
        for (int first = 0; first < layout.Components.Length; first += together)
        {
            var planes = new int[together][];
            for (int i = 0; i < together; i++) planes[i] = PlaneMemory.Rent(layout.Components[first + i].Area);
            SampleReader.Read(samples, layout.Format, layout.Choice, first, planes, threads);
            for (int i = 0; i < together; i++)
            {
                encode(first + i, planes[i]);
                PlaneMemory.Return(planes[i]);
            }
        }
    }
}
