using System;
using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Writes the marker segments before the entropy-coded data (T.81 B.2).</summary>
internal sealed class JpegHeaderWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>Makes all segments from SOI to SOS.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="quantization">The tables of luminance and of chrominance.</param>
    /// <param name="isHalf">Whether chrominance has half the resolution.</param>
    /// <param name="application">Marker segments of the file format, which follow SOI; may be empty.</param>
    public static byte[] Make(Picture picture, QuantizationTable[] quantization, bool isHalf, byte[] application)
    {
        int components = picture.SamplesPerPixel, tables = components == 1 ? 1 : 2;
        var header = new JpegHeaderWriter();
        header.Add(JpegMarker.SOI);
        header._bytes.AddRange(application);
        for (int selector = 0; selector < tables; selector++) header.Quantization(selector, quantization[selector]);
        header.Frame(picture.Width, picture.Height, components, isHalf);
        for (int selector = 0; selector < tables; selector++)
        {
            header.Huffman(isAc: false, selector);
            header.Huffman(isAc: true, selector);
        }

        header.Scan(components);
        return [.. header._bytes];
    }

    private void Quantization(int selector, QuantizationTable table)
    {
        Segment(JpegMarker.DQT, 1 + 64);
        _bytes.Add((byte)selector);
        foreach (byte natural in ZigZag.ToNatural) _bytes.Add(table.Divisors[natural]);
    }

    private void Frame(int width, int height, int components, bool isHalf)
    {
        Segment(JpegMarker.SOF0, 6 + (3 * components));
        _bytes.Add(8);
        UInt16(height);
        UInt16(width);
        _bytes.Add((byte)components);
        for (int i = 0; i < components; i++)
        {
            byte sampling = i == 0 && isHalf ? (byte)0x22 : (byte)0x11;
            _bytes.AddRange([(byte)(i + 1), sampling, (byte)StandardHuffmanTables.SelectorOf(i)]);
        }
    }

    private void Huffman(bool isAc, int selector)
    {
        ReadOnlySpan<byte> counts = StandardHuffmanTables.Counts(isAc, selector), symbols = StandardHuffmanTables.Symbols(isAc, selector);
        Segment(JpegMarker.DHT, 1 + counts.Length + symbols.Length);
        _bytes.Add((byte)((isAc ? 0x10 : 0) | selector));
        _bytes.AddRange(counts.ToArray());
        _bytes.AddRange(symbols.ToArray());
    }

    private void Scan(int components)
    {
        Segment(JpegMarker.SOS, 4 + (2 * components));
        _bytes.Add((byte)components);
        for (int i = 0; i < components; i++) _bytes.AddRange([(byte)(i + 1), (byte)(StandardHuffmanTables.SelectorOf(i) * 0x11)]);
        // All coefficients, with all their bits.
        _bytes.AddRange([0, 63, 0]);
    }

    /// <summary>Adds a marker and the length of its parameters.</summary>
    private void Segment(int marker, int length)
    {
        Add(marker);
        UInt16(length + 2);
    }

    private void Add(int marker) => _bytes.AddRange([0xFF, (byte)marker]);

    private void UInt16(int value) => _bytes.AddRange([(byte)(value >> 8), (byte)value]);
}
