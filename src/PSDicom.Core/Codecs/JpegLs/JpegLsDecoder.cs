using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Codecs.JpegLs.Decoding;
using PSDicom.Threading;

namespace PSDicom.Codecs.JpegLs;

/// <summary>Decodes JPEG-LS, lossless and near-lossless (ITU-T T.87, ISO/IEC 14495-1).</summary>
internal sealed class JpegLsDecoder : ICodestreamDecoder
{
    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public CodestreamInfo Inspect(ReadOnlySpan<byte> frame)
    {
        JpegLsMarkerReader reader = JpegLsMarkerReader.Open(frame);
        JpegLsScanHeader scan = ReadFirstScan(ref reader);
        return new CodestreamInfo
        {
            Rows = reader.Header.Rows,
            Columns = reader.Header.Columns,
            SamplesPerPixel = reader.Header.Components.Length,
            BitsPerSample = Math.Max(reader.Header.Precision, BitsOfEntries(scan)),
            IsLossless = scan.Near == 0,
            Color = new ColorMarks
            {
                IsTransformUndone = reader.Header.ColorTransform != 0,
                IsSubsampled = reader.Header.IsSubsampled,
            },
        };
    }

    /// <inheritdoc/>
    public unsafe void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        shape.RequireLength(destination);
        JpegLsMarkerReader reader = JpegLsMarkerReader.Open(frame.Span);
        JpegLsScanHeader? scan = ReadFirstScan(ref reader);
        JpegLsFrameHeader header = reader.Header;
        Check(header, shape);
        destination.Span.Clear();
        using MemoryHandle source = frame.Pin();
        using MemoryHandle target = destination.Pin();
        var writer = new LineOutput((byte*)target.Pointer, shape, header);
        var isDecoded = new bool[header.Components.Length];
        var rule = ThresholdRule.Standard;
        int decodedLines = 0;
        int scans = 0;
        try
        {
            for (; scan is not null && scans < header.Components.Length; scan = reader.ReadToScan())
            {
                scans++;
                CheckScan(header, scan, shape, reader.Position);
                ScanResult result = DecodeScan(ref rule, scans == 1, scan, reader, writer, (byte*)source.Pointer, destination.Span, shape.Rows, threads?.Cancellation ?? default);
                foreach (ScanComponent component in scan.Components) isDecoded[component.Index] = true;
                decodedLines += result.DecodedLines;
                if (result.LostLines > 0)
                    warnings.Add($"Scan {scans} of the JPEG-LS frame is truncated or damaged: {result.LostLines} of its {result.DecodedLines + result.LostLines} lines are missing and 0.");
                reader.Position = result.End;
                if (isDecoded.All(decoded => decoded)) break;
            }
        }
        catch (DicomException exception) when (decodedLines > 0)
        {
            warnings.Add($"The JPEG-LS frame is damaged from scan {scans} on: {exception.Message}");
        }

        if (rule != ThresholdRule.Standard)
            warnings.Add("The JPEG-LS frame uses the wrong default thresholds of a known encoder; it was decoded with those.");
        if (decodedLines == 0 && shape.Rows > 0)
            throw CodestreamError.JpegLs("no line can be decoded.", reader.Position);
        int missing = isDecoded.Count(decoded => !decoded);
        if (missing > 0) warnings.Add($"{missing} of {isDecoded.Length} components are missing in the JPEG-LS frame; they are 0.");
        if (header.ColorTransform != 0)
            HPColorTransform.Undo(header.ColorTransform, header.Precision, (byte*)target.Pointer, shape.BytesPerSample, (long)shape.Rows * shape.Columns);
    }

    private static JpegLsScanHeader ReadFirstScan(ref JpegLsMarkerReader reader)
    {
        JpegLsScanHeader scan = reader.ReadToScan() ??
            throw CodestreamError.JpegLs("the frame ends before its first scan.", reader.Position);
        if (reader.Header.Columns == 0) throw CodestreamError.JpegLs("the frame header declares 0 columns.", reader.Position);
        if (reader.Header.Rows == 0) reader.Header.Rows = reader.FindNumberOfLines();
        return scan;
    }

    /// <summary>
    /// Decodes a scan. If the first scan fails with default thresholds that some encoders get wrong, the thresholds of these encoders are
    /// tried: correct thresholds decode all lines and use all bytes.
    /// </summary>
    private static unsafe ScanResult DecodeScan(
        ref ThresholdRule rule, bool isFirst, JpegLsScanHeader scan, in JpegLsMarkerReader reader, LineOutput writer, byte* frame, Span<byte> destination, int rows,
        CancellationToken cancellation)
    {
        JpegLsFrameHeader header = reader.Header;
        int length = reader.Length;
        int start = reader.Position;
        ScanResult result = DecodeBy(rule);
        ThresholdRule alternative = header.Precision > 12 ? ThresholdRule.Unlimited : ThresholdRule.NeverScaledDown;
        bool hasAlternative = header.Precision is > 12 or 6 or 7 && header.Preset.HasDefaultThreshold;
        if (!isFirst || !hasAlternative || IsComplete(result)) return result;
        destination.Clear();
        ScanResult second = DecodeBy(alternative);
        if (IsComplete(second))
        {
            rule = alternative;
            return second;
        }

        destination.Clear();
        return DecodeBy(rule);

        ScanResult DecodeBy(ThresholdRule wanted)
        {
            JpegLsCodingParameters parameters = JpegLsCodingParameters.Create(header.Preset, header.Precision, scan.Near, wanted, start);
            return new JpegLsScanDecoder(header, scan, parameters, writer, rows) { Cancellation = cancellation }.Decode(frame, length, start);
        }
    }

    private static bool IsComplete(ScanResult result) => result.LostLines == 0 && !result.HasUnusedBytes;

    private static int BitsOfEntries(JpegLsScanHeader scan) => scan.Components.Max(component => 8 * (component.Table?.EntryLength ?? 0));

    private static void Check(JpegLsFrameHeader header, FrameShape shape)
    {
        if ((header.Rows != 0 && header.Rows != shape.Rows) || header.Columns != shape.Columns || header.Components.Length != shape.SamplesPerPixel)
        {
            throw CodestreamError.JpegLs(
                $"the frame has {header.Columns} x {header.Rows} pixels of {header.Components.Length} samples, " +
                $"not {shape.Columns} x {shape.Rows} of {shape.SamplesPerPixel}.");
        }

        // Columns of DICOM has 16 bits. A JPEG-LS stream can declare more, which would need longer line buffers.
        if (header.Columns > ushort.MaxValue) throw CodestreamError.JpegLs($"the frame has {header.Columns} columns; the maximum in DICOM is {ushort.MaxValue}.");
        if (header.Precision > 8 * shape.BytesPerSample) throw CodestreamError.JpegLs($"samples of {header.Precision} bits do not fit into {shape.BytesPerSample} byte.");
        if (header.ColorTransform == 0) return;
        if (header.ColorTransform > HPColorTransform.Last || header.Components.Length != 3 || header.Precision is not (8 or 16))
        {
            throw CodestreamError.JpegLs(
                $"the frame has HP's colour transform {header.ColorTransform} for {header.Components.Length} samples of {header.Precision} bits; " +
                "only 1 to 3 for three samples of 8 or 16 bits are supported.");
        }
    }

    private static void CheckScan(JpegLsFrameHeader header, JpegLsScanHeader scan, FrameShape shape, int offset)
    {
        if (BitsOfEntries(scan) > 8 * shape.BytesPerSample) throw CodestreamError.JpegLs($"the values of the mapping table do not fit into {shape.BytesPerSample} byte.", offset);
        if (scan.Interleave != InterleaveMode.Sample) return;
        FrameComponent first = header.Components[scan.Components[0].Index];
        foreach (ScanComponent component in scan.Components)
        {
            FrameComponent other = header.Components[component.Index];
            if (other.Horizontal != header.MaxHorizontal || other.Vertical != first.Vertical)
                throw CodestreamError.JpegLs("a sample-interleaved scan has components with different sampling factors.", offset);
        }
    }
}
