using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg;
using PSDicom.Rendering;

namespace PSDicom.Images.Jpeg;

/// <summary>The marker segments in front of the entropy-coded data (T.81 B.2; JFIF: ITU-T T.871).</summary>
internal sealed class JpegHeader
{
    private readonly List<byte> _bytes = [];

    /// <summary>Everything from SOI to SOS.</summary>
    public static byte[] Make(Picture picture, QuantizationTable[] quantization, bool isHalf)
    {
        int components = picture.SamplesPerPixel, tables = components == 1 ? 1 : 2;
        var header = new JpegHeader();
        header.Add(Marker.SOI);
        header.Jfif(PixelDensity.Of(picture));
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

    /// <summary>Which quantization and Huffman tables a component has.</summary>
    public static int SelectorOf(int component) => component == 0 ? StandardHuffmanTables.Luminance : StandardHuffmanTables.Chrominance;

    private void Jfif(PixelDensity density)
    {
        Segment(Marker.APP0, 14);
        // "JFIF", version 1.02.
        _bytes.AddRange([(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, density.Unit]);
        UInt16(density.Horizontal);
        UInt16(density.Vertical);
        // No thumbnail.
        UInt16(0);
    }

    private void Quantization(int selector, QuantizationTable table)
    {
        Segment(Marker.DQT, 1 + 64);
        _bytes.Add((byte)selector);
        foreach (byte natural in ZigZag.ToNatural) _bytes.Add(table.Divisors[natural]);
    }

    private void Frame(int width, int height, int components, bool isHalf)
    {
        Segment(Marker.SOF0, 6 + (3 * components));
        _bytes.Add(8);
        UInt16(height);
        UInt16(width);
        _bytes.Add((byte)components);
        for (int i = 0; i < components; i++)
        {
            byte sampling = i == 0 && isHalf ? (byte)0x22 : (byte)0x11;
            _bytes.AddRange([(byte)(i + 1), sampling, (byte)SelectorOf(i)]);
        }
    }

    private void Huffman(bool isAc, int selector)
    {
        ReadOnlySpan<byte> counts = StandardHuffmanTables.Counts(isAc, selector), symbols = StandardHuffmanTables.Symbols(isAc, selector);
        Segment(Marker.DHT, 1 + counts.Length + symbols.Length);
        _bytes.Add((byte)((isAc ? 0x10 : 0) | selector));
        _bytes.AddRange(counts.ToArray());
        _bytes.AddRange(symbols.ToArray());
    }

    private void Scan(int components)
    {
        Segment(Marker.SOS, 4 + (2 * components));
        _bytes.Add((byte)components);
        for (int i = 0; i < components; i++) _bytes.AddRange([(byte)(i + 1), (byte)(SelectorOf(i) * 0x11)]);
        // All coefficients, with all their bits.
        _bytes.AddRange([0, 63, 0]);
    }

    /// <summary>A marker and the length of what is added next.</summary>
    private void Segment(int marker, int length)
    {
        Add(marker);
        UInt16(length + 2);
    }

    private void Add(int marker) => _bytes.AddRange([0xFF, (byte)marker]);

    private void UInt16(int value) => _bytes.AddRange([(byte)(value >> 8), (byte)value]);
}
