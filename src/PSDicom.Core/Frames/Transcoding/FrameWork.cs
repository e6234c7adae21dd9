using System;
using System.Collections.Concurrent;
using PSDicom.Codecs;
using PSDicom.Frames.Blacking;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Frames.Transcoding;

/// <summary>Makes single frames of the new encoding. Thread-safe.</summary>
/// <param name="image">The pixel data.</param>
/// <param name="decoding">The decoding of its frames.</param>
/// <param name="options">The conversion.</param>
internal sealed class FrameWork(ImagePixels image, FrameDecoding decoding, TranscodingOptions options)
{
    private readonly FrameVerification _verification = new(options.Target);
    private readonly ConcurrentBag<EncodedBytes> _idle = [];
    private readonly FrameBlacking? _blacking = options.Black is { } area ? new FrameBlacking(image, area) : null;

    /// <summary>The overlays in unused bits.</summary>
    public EmbeddedOverlays Overlays { get; } = EmbeddedOverlays.In(image.File.Dataset);

    /// <summary>The encoder; null for native frames.</summary>
    public IFrameEncoder? Encoder { get; } = options.Target.IsEncapsulated ? EncoderRegistry.Find(options.Target) : null;

    /// <summary>Whether the new encoding keeps whole cells, with the bits above those stored.</summary>
    private bool KeepsCells => Encoder is null or { KeepsNativeLayout: true } || options.Target.UID == DicomTransferSyntax.RLELosslessUID;

    /// <summary>Makes a frame, counted from 0.</summary>
    /// <exception cref="DicomException">It is damaged, contradicts the data set, or has a format that the transfer syntax does not allow.</exception>
    public EncodedFrame Make(int index, FrameThreads threads)
    {
        using DecodedFrame decoded = decoding.Decode(index, threads);
        NativeFrame.RequireSound(decoded);
        FrameFormat format = KeepsCells ? SampleFormat.OfCells(decoded, image.Format) : SampleFormat.Of(decoded, image.Format);
        bool wasLossy = decoded.Codestream is { IsLossless: false };
        bool dropsBits = DropsBits(decoded, format);
        byte[][] overlays = KeepsCells || _blacking is not null ? [] : Overlays.Of(decoded);
        _blacking?.Apply(decoded);
        if (Encoder is null)
        {
            var native = NativeFrame.Of(decoded, image);
            return new EncodedFrame { Format = native.Format, Native = native, WasLossy = wasLossy, DropsBits = dropsBits, Warnings = decoded.Warnings };
        }

        if (KeepsCells && !format.IsFloat && decoded.CellBits < format.BitsAllocated) StoredBits.Extract(decoded.Cells, format.BitsStored, 0);
        EncodedFormat described = Encoder.Describe(format, options.Encoding);
        EncodedBytes bytes = Encode(index, decoded.Cells, format, ref described, threads);
        SamplePool.Shared.Return(decoded.Cells);
        return new EncodedFrame
        {
            Format = format,
            Bytes = bytes,
            Described = described,
            Overlays = overlays,
            WasLossy = wasLossy,
            DropsBits = dropsBits,
            Warnings = decoded.Warnings,
        };
    }

    /// <summary>Takes the memory of a frame that was written, for the next ones.</summary>
    public void Release(EncodedFrame frame)
    {
        if (frame.Native is { } native) SamplePool.Shared.Return(native.Cells);
        if (frame.Bytes is not { } bytes) return;
        bytes.Truncate(0);
        _idle.Add(bytes);
    }

    /// <summary>Whether unused bits are not kept that have a value, other than overlays, which are moved or have their own rules.</summary>
    private bool DropsBits(DecodedFrame decoded, FrameFormat format) =>
        (!KeepsCells || _blacking is not null)
        && !format.IsSigned && !format.IsFloat && Overlays.Count == 0 && decoded.CellBits > format.BitsStored
        && !StoredRange.Fits(decoded.Cells, format.BitsStored);

    private EncodedBytes Encode(int index, Array cells, FrameFormat format, ref EncodedFormat described, FrameThreads threads)
    {
        using var memory = new SampleMemory(cells);
        ReadOnlyMemory<byte> samples = memory.Memory;
        FrameFormat encoded = format;
        if (Encoder!.KeepsNativeLayout)
        {
            var packing = new NativePacking(format.BitsAllocated, image.Format.IsPlanar);
            byte[] packed = [.. packing.Pack(cells, format.Shape.SamplesPerPixel), .. packing.Finish()];
            samples = packed;
            encoded = format with { Shape = new FrameShape(1, packed.Length, 1, 1) };
        }

        if (!_idle.TryTake(out EncodedBytes? target)) target = new EncodedBytes();
        Encoder.Encode(samples, encoded, options.Encoding, target, threads);
        // Loss is a matter of the process, not of the values (PS3.3 section C.7.6.1.1.5): a lossy codestream that happens to change nothing counts,
        // one that an encoder made without loss does not.
        if (described.LossyMethod is not null && CodestreamReuse.IsLossless(options.Target, target.Memory)) described = described with { LossyMethod = null };
        if (described.LossyMethod is null) _verification.Check(index, target.Memory, samples, encoded, KeepsCells, threads);
        if (target.Length % 2 == 1) target.Write([0]);
        return target;
    }
}
