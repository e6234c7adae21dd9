using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Reads single frames of native pixel data, whose positions are computed (PS3.5 section 8).</summary>
/// <param name="element">The pixel data.</param>
/// <param name="layout">The layout of the frames.</param>
/// <param name="cells">The conversion of a frame to samples.</param>
/// <param name="isBigEndian">Whether words begin with their most significant byte.</param>
internal sealed class NativeFrames(DicomElement element, NativeLayout layout, NativeCells cells, bool isBigEndian)
{
    // Swapping needs complete words, also if a frame begins in the middle of one.
    private readonly int _word = isBigEndian ? WordSize(element.VR, layout.SampleBits) : 1;

    /// <summary>Reads one frame.</summary>
    /// <param name="frame">The frame, counted from 0.</param>
    /// <param name="warnings">Receives a warning if samples are missing; they are 0.</param>
    public Array Read(int frame, ICollection<DicomWarning> warnings)
    {
        ulong firstBit = (ulong)frame * layout.Stride;
        (long start, long end, long present) = Find(frame);
        CheckSize(end - start, present);
        if (present < end - start)
            warnings.Add(new DicomWarning(DicomWarningKind.PixelDataShort, Missing(frame, end - start - present), element.Offset + start + present));

        Array samples = cells.CreateArray();
        int skippedBits = (int)(firstBit % 8);
        if (cells.IsMemoryLayout && _word == 1)
        {
            element.ReadBytes(start, SampleArray.AsBytes(samples).Slice(0, (int)present));
            return samples;
        }

        long firstWord = start / _word * _word;
        int length = (int)((end - firstWord + _word - 1) / _word * _word);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> bytes = buffer.AsSpan(0, length);
            int readable = (int)Math.Max(0, Math.Min(length, element.ByteLength - firstWord));
            element.ReadBytes(firstWord, bytes.Slice(0, readable));
            bytes.Slice(readable).Clear();
            if (_word > 1) ByteOrder.Swap(bytes, _word);
            cells.Unpack(bytes.Slice((int)(start - firstWord)), skippedBits, samples);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return samples;
    }

    /// <summary>Takes the share of memory for a frame's samples.</summary>
    /// <param name="frame">The frame, counted from 0.</param>
    /// <param name="cancellation">Ends waiting for other frames.</param>
    /// <inheritdoc cref="FrameMemory.OfSamples" path="/returns"/>
    public MemoryBudget.Share? TakeMemory(int frame, CancellationToken cancellation) =>
        FrameMemory.OfSamples(cells.Length, Find(frame).Present, cancellation);

    /// <summary>The position of a frame's bytes, and the number of existing ones.</summary>
    private (long Start, long End, long Present) Find(int frame)
    {
        ulong firstBit = (ulong)frame * layout.Stride;
        long start = (long)(firstBit / 8);
        long end = (long)((firstBit + layout.FrameBits + 7) / 8);
        return (start, end, Math.Max(0, Math.Min(end, element.ByteLength) - start));
    }

    /// <summary>
    /// The size of the words to swap: 1 for OB, 2 for samples of up to 8 bits (in words of OW), else the size of a sample.
    /// </summary>
    private static int WordSize(DicomVR vr, int sampleBits) =>
        vr == DicomVR.OB ? 1 : sampleBits % 8 != 0 || sampleBits <= 16 ? 2 : sampleBits / 8;

    private void CheckSize(long length, long present)
    {
        if (length > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, "The frame has more samples than an array can hold.", offset: element.Offset);
        }

        // Single bits become bytes: the memory counts, not the length in the file.
        if (cells.Length > DicomLimits.MinimumDecoded && present < length / DicomLimits.MaxNativePerByte)
        {
            throw new DicomException(
                DicomErrorReason.FrameTooLarge,
                string.Format(CultureInfo.InvariantCulture, "The frame has only {1} of {0} bytes: the file is truncated.", length, present),
                offset: element.Offset);
        }
    }

    private static string Missing(int frame, long bytes) => string.Format(
        CultureInfo.InvariantCulture, "The last {0} bytes of frame {1} are missing; the missing samples were set to 0.", bytes, frame + 1);
}
