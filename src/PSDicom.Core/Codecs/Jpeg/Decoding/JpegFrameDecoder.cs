using System;
using System.Buffers;
using System.Collections.Generic;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Decodes one frame: its scans in order, then the steps that need all scans.</summary>
internal sealed unsafe class JpegFrameDecoder(
    ReadOnlyMemory<byte> data, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads threads) : IDisposable
{
    private readonly JpegCodestream _codestream = new();
    private EntropyCodedSegments? _segments;
    private MemoryHandle _target;
    private bool _isDamaged;
    private bool _isAtEnd;
    private long _samplesLeft;
    private MemoryBudget.Share? _memory;

    private JpegFrameHeader Frame => _codestream.Frame!;

    public void Decode()
    {
        var reader = new JpegMarkerReader(data.Span);
        int marker = _codestream.ReadToScan(ref reader);
        if (marker != JpegMarker.SOS || _codestream.Frame is null) throw CodestreamError.Jpeg("the frame header or the scan is missing.", reader.Position);
        Prepare(reader.Position);

        if (DecodeScans(ref reader) == 0) throw CodestreamError.Jpeg("the entropy-coded data are not valid.", reader.Position);
        if (_isDamaged) warnings.Add("The JPEG codestream is damaged or truncated; missing pixels are 0.");
        if (!Array.TrueForAll(Frame.Components, component => component.HasScan))
            warnings.Add("The JPEG codestream lacks the scan of a component; its samples are 0.");
        if (Frame.IsProgressive) TransformBlocks();
        if (Frame.Components.Length > 1 || shape.BytesPerSample > 2)
            PixelOutput.Write(Frame, shape, (byte*)_target.Pointer, threads);
    }

    public void Dispose()
    {
        _segments?.Dispose();
        _target.Dispose();
        _memory?.Dispose();
        foreach (Component component in _codestream.Frame?.Components ?? [])
        {
            component.Plane?.Dispose();
            component.Coefficients?.Dispose();
        }
    }

    /// <summary>Checks the shape and allocates memory.</summary>
    private void Prepare(int offset)
    {
        JpegFrameHeader frame = Frame;
        if (frame.Lines != shape.Rows || frame.SamplesPerLine != shape.Columns || frame.Components.Length != shape.SamplesPerPixel)
        {
            string size = $"{frame.SamplesPerLine} x {frame.Lines} pixels of {frame.Components.Length} samples";
            throw CodestreamError.Jpeg($"the frame header declares {size}, not {shape.Columns} x {shape.Rows} of {shape.SamplesPerPixel}.", offset);
        }

        if (frame.Precision > 8 * shape.BytesPerSample)
            throw CodestreamError.Jpeg($"samples of {frame.Precision} bits do not fit into {shape.BytesPerSample} byte.", offset);
        _memory = FrameMemory.OfDecoding(CountMemory(frame), data.Length, threads.Cancellation);

        _target = destination.Pin();
        bool isWide = shape.BytesPerSample > 1, isDirect = frame.Components.Length == 1 && shape.BytesPerSample <= 2;
        // With planes, PixelOutput writes every byte, except for samples of more than two bytes.
        if (isDirect || shape.BytesPerSample > 2) destination.Span.Slice(0, (int)shape.Length).Clear();
        foreach (Component component in frame.Components)
        {
            component.Plane = isDirect
                ? new Plane((byte*)_target.Pointer, component.Width, component.Height, isWide)
                : new Plane(component.Width, component.Height, isWide);
            if (!frame.IsProgressive) continue;
            int across = JpegFrameHeader.DivideUp(frame.SamplesPerLine, 8 * frame.MaxHorizontal) * component.Horizontal;
            int down = JpegFrameHeader.DivideUp(frame.Lines, 8 * frame.MaxVertical) * component.Vertical;
            component.Coefficients = new CoefficientBlocks(across, down);
        }

        _segments = new EntropyCodedSegments(data, data.Length);
    }

    /// <summary>The memory of planes and coefficients in bytes.</summary>
    private long CountMemory(JpegFrameHeader frame)
    {
        bool isDirect = frame.Components.Length == 1 && shape.BytesPerSample <= 2;
        long ofSample = (isDirect ? 0 : Math.Min(shape.BytesPerSample, 2)) + (frame.IsProgressive ? sizeof(short) : 0);
        return SamplesOf(frame.Components) * ofSample;
    }

    /// <summary>Decodes all scans, up to an error. Returns the number of decoded MCUs.</summary>
    private long DecodeScans(ref JpegMarkerReader reader)
    {
        long decoded = 0;
        _samplesLeft = (SamplesOf(Frame.Components) * DicomLimits.MaxPasses) + ((long)data.Length * DicomLimits.MaxPassedPerByte);
        try
        {
            for (int scan = 0; scan < DicomLimits.MaxScans; scan++)
            {
                decoded += DecodeScan(ref reader);
                int marker = _codestream.ReadToScan(ref reader);
                if (marker == JpegMarker.None) warnings.Add(IsWhole() ? JpegDecoder.EndIsMissing : "The JPEG codestream does not end with EOI.");
                if (marker != JpegMarker.SOS) return decoded;
                if (_samplesLeft > 0) continue;
                warnings.Add($"The JPEG codestream has too many scans for its size; scans from number {scan + 2} on were ignored.");
                return decoded;
            }

            warnings.Add($"The JPEG codestream has more than {DicomLimits.MaxScans} scans; the rest was ignored.");
        }
        catch (DicomException fault) when (decoded > 0)
        {
            warnings.Add(fault.Message);
        }

        return decoded;
    }

    /// <summary>Whether all samples were decoded. Of a progressive frame it is unknown whether scans are missing.</summary>
    private bool IsWhole() => _isAtEnd && !_isDamaged && !Frame.IsProgressive && Array.TrueForAll(Frame.Components, component => component.HasScan);

    private static long SamplesOf(Component[] components)
    {
        long samples = 0;
        foreach (Component component in components) samples += (long)component.Width * component.Height;
        return samples;
    }

    private int DecodeScan(ref JpegMarkerReader reader)
    {
        int offset = reader.Position;
        JpegScanHeader scan = JpegScanHeader.Parse(Frame, reader.ReadParameters(JpegMarker.SOS), offset);
        _samplesLeft -= SamplesOf(scan.Components);
        if (!Frame.IsLossless) _codestream.SetQuantization(scan, offset);

        bool isStandardUsed = false;
        bool needsDc = !Frame.IsProgressive || (scan.SpectralStart == 0 && scan.ApproximationHigh == 0);
        bool needsAc = Frame.IsProgressive ? scan.SpectralStart > 0 : !Frame.IsLossless;
        HuffmanTable[] dcTables = needsDc ? _codestream.FindTables(false, scan.DcSelectors, offset, ref isStandardUsed) : [];
        HuffmanTable[] acTables = needsAc ? _codestream.FindTables(true, scan.AcSelectors, offset, ref isStandardUsed) : [];
        if (isStandardUsed) warnings.Add("The JPEG codestream lacks a Huffman table; the default table of the standard was used.");

        // The refinement of DC coefficients needs no table.
        HuffmanTable?[] tables = needsDc ? dcTables : needsAc ? acTables : new HuffmanTable?[scan.Components.Length];
        using JpegScanDecoder decoder = Frame.IsLossless ? new LosslessScan(Frame, scan, dcTables)
            : Frame.IsProgressive ? new ProgressiveScan(Frame, scan, tables)
            : new SequentialScan(Frame, scan, dcTables, acTables);
        int position = reader.Position;
        (int decoded, int missing) = decoder.Decode(_segments!, ref position, _codestream.RestartInterval, offset, threads);
        reader.Position = position;
        if (missing > 0) _isDamaged = true;
        _isAtEnd = decoder.IsAtEnd;
        if (decoded > 0)
        {
            foreach (Component component in scan.Components) component.HasScan = true;
        }

        return decoded;
    }

    /// <summary>Transforms the coefficients of progressive scans to samples.</summary>
    private void TransformBlocks()
    {
        foreach (Component component in Frame.Components)
        {
            if (component.Quantization is null) continue;
            int across = JpegFrameHeader.DivideUp(component.Width, 8), down = JpegFrameHeader.DivideUp(component.Height, 8);
            CoefficientBlocks blocks = component.Coefficients!;
            threads.ForEachBand(Math.Min(down, blocks.LinesReached), across * 64, (first, end) =>
            {
                for (int y = first; y < end; y++)
                {
                    for (int x = 0; x < across; x++)
                        BlockOutput.Write(component, Frame.Precision, blocks.Block(x, y), *blocks.NonZero(x, y) == 0, x, y);
                }
            });
        }
    }
}
