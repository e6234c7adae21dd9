using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Decodes JPEG 2000 (ITU-T T.800) and High-Throughput JPEG 2000 (ITU-T T.814): PS3.5 sections A.4.4 and 8.2.4.</summary>
internal sealed class Jpeg2000Decoder : ICodestreamDecoder
{
    /// <summary>The maximum precision: 32-bit samples have their sign, half a step and guard bits.</summary>
    private const int MaxBits = 28;

    /// <summary>The number of tiles in memory: enough for all threads, but few of the tens of thousands that a frame can have.</summary>
    private const int TilesAtOnce = 256;

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public CodestreamInfo Inspect(ReadOnlySpan<byte> frame)
    {
        Jp2Container container = Jp2Container.Open(frame);
        Jpeg2000Codestream codestream = Jpeg2000Codestream.ReadMainHeader(frame, container.Start, container.End);
        Channel[] channels = container.Channels(codestream.Size);
        bool isSubsampled = codestream.Size.IsSubsampled;
        return new CodestreamInfo
        {
            Rows = codestream.Size.Rows,
            Columns = codestream.Size.Columns,
            SamplesPerPixel = channels.Length,
            BitsPerSample = channels.Max(channel => channel.Precision),
            IsSigned = channels[0].IsSigned,
            IsLossless = Enumerable.Range(0, codestream.Size.Components.Length).All(component => codestream.Main.Coding(component) is { IsReversible: true }),
            Color = new ColorMarks
            {
                IsJpeg2000 = true,
                IsTransformUndone = codestream.Main.Tile is { HasComponentTransform: true } && channels.Length >= 3 && !isSubsampled,
                IsSubsampled = isSubsampled,
                FileIsYbr = container.IsYbr,
            },
        };
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        shape.RequireLength(destination);
        ReadOnlySpan<byte> bytes = frame.Span;
        Jp2Container container = Jp2Container.Open(bytes);
        Jpeg2000Codestream codestream = Jpeg2000Codestream.ReadMainHeader(bytes, container.Start, container.End);
        Channel[] channels = container.Channels(codestream.Size);
        Check(codestream.Size, channels, shape, container.Start);
        IReadOnlyDictionary<int, TileStream> tiles = codestream.ReadTileParts(bytes, warnings);
        if (!tiles.Values.Any(tile => tile.Bodies.Count > 0)) throw CodestreamError.Jpeg2000("the codestream has no tiles.", container.Start);
        if (tiles.Count < codestream.Size.TileCount)
        {
            destination.Span.Clear();
            warnings.Add($"The JPEG 2000 codestream has only {tiles.Count} of {codestream.Size.TileCount} tiles; pixels of missing tiles are 0.");
        }

        var writer = new TileOutput(codestream.Size, channels, shape, destination);
        threads ??= FrameThreads.One;
        var budget = new WorkBudget(frame.Length, threads.Cancellation);
        TileStream[] streams = [.. tiles.Values.OrderBy(tile => tile.Index)];
        for (int first = 0; first < streams.Length; first += TilesAtOnce)
        {
            TileDecoder[] decoders = [.. streams.Skip(first).Take(TilesAtOnce).Select(tile => new TileDecoder(codestream, tile))];
            Decode(frame, decoders, budget, writer, threads);
            foreach (TileDecoder decoder in decoders) decoder.Warn(warnings);
        }
    }

    private static void Decode(ReadOnlyMemory<byte> frame, TileDecoder[] decoders, WorkBudget budget, TileOutput writer, FrameThreads threads)
    {
        try
        {
            // Packet headers are read in order, and share one budget.
            foreach (TileDecoder decoder in decoders) decoder.ReadPackets(frame, budget);
            long memory = decoders.Max(decoder => decoder.Memory) * Math.Min(decoders.Length, threads.CanParallelize ? Environment.ProcessorCount : 1);
            using MemoryBudget.Share? share = FrameMemory.OfDecoding(memory, frame.Length, threads.Cancellation);
            threads.ForEach(decoders.Length, i => decoders[i].Decode(writer, threads));
        }
        finally
        {
            foreach (TileDecoder decoder in decoders) decoder.Dispose();
        }
    }

    private static void Check(ImageSize size, Channel[] channels, FrameShape shape, int offset)
    {
        if (size.Rows != shape.Rows || size.Columns != shape.Columns || channels.Length != shape.SamplesPerPixel)
        {
            throw CodestreamError.Jpeg2000(
                $"the image has {size.Columns} x {size.Rows} pixels of {channels.Length} samples, " +
                $"not {shape.Columns} x {shape.Rows} of {shape.SamplesPerPixel}.",
                offset);
        }

        foreach (ComponentSize component in size.Components)
        {
            if (component.Precision > MaxBits) throw CodestreamError.Jpeg2000($"a component has {component.Precision} bits; at most {MaxBits} are supported.", offset);
        }

        foreach (Channel channel in channels)
        {
            if (channel.Precision > 8 * shape.BytesPerSample)
                throw CodestreamError.Jpeg2000($"samples of {channel.Precision} bits do not fit into {8 * shape.BytesPerSample} bits.", offset);
        }
    }
}
