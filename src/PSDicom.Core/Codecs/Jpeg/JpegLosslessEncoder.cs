using System;
using System.Buffers;
using PSDicom.Codecs.Jpeg.Encoding;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg;

/// <summary>Encodes lossless JPEG (ITU-T T.81 annex H), with the best Huffman table for each frame.</summary>
/// <param name="isFirstOrder">Whether the transfer syntax prescribes the first predictor; otherwise each frame has the best one.</param>
internal sealed class JpegLosslessEncoder(bool isFirstOrder) : IFrameEncoder
{
    private const int Predictors = 7;

    /// <summary>Of so many lines, one is used to choose the predictor.</summary>
    private const int LinesOfChoice = 8;

    /// <summary>Frames with fewer lines use all.</summary>
    private const int FewLines = 64;

    /// <summary>PS3.5 table 8.2.1-2.</summary>
    private static readonly AllowedFormat[] Allowed =
    [
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.BlackIsZero, PhotometricInterpretations.WhiteIsZero],
            SamplesPerPixel = 1, IsSignedAllowed = true, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Palette],
            SamplesPerPixel = 1, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.YbrFull, PhotometricInterpretations.Rgb],
            SamplesPerPixel = 3, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
    ];

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        AllowedFormat.Require(Allowed, "JPEG Lossless", format);
        return new EncodedFormat
        {
            PhotometricInterpretation = format.PhotometricInterpretation,
            PlanarConfiguration = format.Shape.SamplesPerPixel == 1 ? null : 0,
        };
    }

    /// <inheritdoc/>
    public unsafe void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        using MemoryHandle source = samples.Pin();
        using var scan = new LosslessScanWriter(format, new FrameSamples((byte*)source.Pointer, format), threads?.Cancellation ?? default);
        int selection = isFirstOrder ? 1 : FindPredictor(scan, format.Shape.Rows);
        HuffmanSpecification table = MakeTable(scan.Count(selection, 1));
        int components = format.Shape.SamplesPerPixel;
        var sampling = new byte[components];
        sampling.AsSpan().Fill(0x11);
        target.Write(new JpegHeaderWriter()
            .Frame(JpegMarker.SOF3, LosslessScanWriter.PrecisionOf(format), format.Shape.Columns, format.Shape.Rows, sampling, new byte[components])
            .Huffman(isAc: false, 0, table)
            .Scan(new byte[components], selection, 0)
            .ToArray());
        using (var output = new EntropyCodedOutput(bytes => target.Write(bytes))) scan.Write(selection, table, output);
        target.Write((ReadOnlySpan<byte>)[0xFF, JpegMarker.EOI]);
    }

    /// <summary>Finds the predictor that gives the fewest bits, by a part of the lines.</summary>
    private static int FindPredictor(LosslessScanWriter scan, int lines)
    {
        int best = 1;
        long fewest = long.MaxValue;
        for (int selection = 1; selection <= Predictors; selection++)
        {
            long[] counts = scan.Count(selection, lines < FewLines ? 1 : LinesOfChoice);
            long bits = 0;
            MakeTable(counts).ForEachCode((category, _, length) => bits += counts[category] * (length + DifferenceCodes.BitsOf(category)));
            if (bits >= fewest) continue;
            fewest = bits;
            best = selection;
        }

        return best;
    }

    private static HuffmanSpecification MakeTable(long[] counts) => HuffmanSpecification.Optimal(counts, DifferenceCodes.MaxLength);
}
