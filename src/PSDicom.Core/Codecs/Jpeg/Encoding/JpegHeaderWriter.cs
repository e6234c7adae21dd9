using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Writes the marker segments before the entropy-coded data (T.81 B.2).</summary>
internal sealed class JpegHeaderWriter
{
    private readonly List<byte> _bytes = [];

    public JpegHeaderWriter() => Marker(JpegMarker.SOI);

    /// <summary>Adds marker segments of a file format, which follow SOI.</summary>
    public JpegHeaderWriter Application(byte[] segments)
    {
        _bytes.AddRange(segments);
        return this;
    }

    /// <summary>Adds a quantization table (DQT).</summary>
    public JpegHeaderWriter Quantization(int selector, QuantizationTable table)
    {
        Segment(JpegMarker.DQT, 1 + 64);
        _bytes.Add((byte)selector);
        foreach (byte natural in ZigZag.ToNatural) _bytes.Add(table.Divisors[natural]);
        return this;
    }

    /// <summary>Adds the frame header. Components are numbered from 1.</summary>
    /// <param name="marker">SOF0, SOF1 or SOF3.</param>
    /// <param name="precision">P: bits of a sample.</param>
    /// <param name="width">X: samples of a line.</param>
    /// <param name="height">Y: lines.</param>
    /// <param name="sampling">The sampling factors of each component, the horizontal one in the higher four bits.</param>
    /// <param name="quantization">The selector of each component's quantization table.</param>
    public JpegHeaderWriter Frame(int marker, int precision, int width, int height, byte[] sampling, byte[] quantization)
    {
        Segment(marker, 6 + (3 * sampling.Length));
        _bytes.Add((byte)precision);
        UInt16(height);
        UInt16(width);
        _bytes.Add((byte)sampling.Length);
        for (int i = 0; i < sampling.Length; i++) _bytes.AddRange([(byte)(i + 1), sampling[i], quantization[i]]);
        return this;
    }

    /// <summary>Adds a Huffman table (DHT).</summary>
    public JpegHeaderWriter Huffman(bool isAc, int selector, HuffmanSpecification table)
    {
        Segment(JpegMarker.DHT, 1 + table.Counts.Length + table.InOrder.Length);
        _bytes.Add((byte)((isAc ? 0x10 : 0) | selector));
        _bytes.AddRange(table.Counts);
        _bytes.AddRange(table.InOrder);
        return this;
    }

    /// <summary>Adds the header of a scan of all components.</summary>
    /// <param name="tables">The selectors of each component's Huffman tables, that for DC in the higher four bits.</param>
    /// <param name="first">Ss: the first coefficient, or the predictor.</param>
    /// <param name="last">Se: the last coefficient.</param>
    public JpegHeaderWriter Scan(byte[] tables, int first, int last)
    {
        Segment(JpegMarker.SOS, 4 + (2 * tables.Length));
        _bytes.Add((byte)tables.Length);
        for (int i = 0; i < tables.Length; i++) _bytes.AddRange([(byte)(i + 1), tables[i]]);
        // All bits.
        _bytes.AddRange([(byte)first, (byte)last, 0]);
        return this;
    }

    /// <summary>All segments.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Adds a marker and the length of its parameters.</summary>
    private void Segment(int marker, int length)
    {
        Marker(marker);
        UInt16(length + 2);
    }

    private void Marker(int marker) => _bytes.AddRange([0xFF, (byte)marker]);

    private void UInt16(int value) => _bytes.AddRange([(byte)(value >> 8), (byte)value]);
}
