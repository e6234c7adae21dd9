using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The state that the marker segments have set so far (T.81 B.2).</summary>
internal sealed class Codestream
{
    private const int Tables = 4;
    private readonly Quantization?[] _quantization = new Quantization?[Tables];
    private readonly HuffmanTable?[] _dcTables = new HuffmanTable?[Tables];
    private readonly HuffmanTable?[] _acTables = new HuffmanTable?[Tables];
    private ColorSegments _colors;

    public FrameHeader? Frame { get; private set; }

    /// <summary>Ri: MCUs between RST markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    public CodestreamInfo Info => new()
    {
        Rows = Frame!.Lines,
        Columns = Frame.SamplesPerLine,
        SamplesPerPixel = Frame.Components.Length,
        BitsPerSample = Frame.Precision,
        IsLossless = Frame.IsLossless,
        Color = _colors.ToMarks(Frame),
    };

    /// <summary>Reads up to the next SOS or EOI, and returns it; <see cref="Marker.None"/> at the end.</summary>
    public int ReadToScan(ref MarkerReader reader)
    {
        while (true)
        {
            int marker = reader.Next();
            if (marker is Marker.SOS or Marker.EOI or Marker.None) return marker;
            if (!Marker.HasParameters(marker)) continue;
            int offset = reader.Position;
            Read(marker, reader.ReadParameters(marker), offset);
            if (Marker.IsStartOfFrame(marker) && Frame!.Lines == 0) Frame.SetLines(FindLines(reader));
        }
    }

    /// <summary>Finds the tables that a scan uses. Undefined tables are those of T.81 K.3, as in motion JPEG.</summary>
    public HuffmanTable[] FindTables(bool isAc, int[] selectors, int offset, ref bool isStandardUsed)
    {
        HuffmanTable?[] defined = isAc ? _acTables : _dcTables;
        var tables = new HuffmanTable[selectors.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            int selector = selectors[i];
            if (defined[selector] is null)
            {
                defined[selector] = Frame!.IsLossless ? null : StandardHuffmanTables.Find(isAc, selector);
                isStandardUsed = true;
            }

            tables[i] = defined[selector] ?? throw JpegFault.At($"the scan uses Huffman table {selector}, which is not defined.", offset);
        }

        return tables;
    }

    /// <summary>Sets the quantization table of each component at its first scan.</summary>
    public void SetQuantization(ScanHeader scan, int offset)
    {
        foreach (Component component in scan.Components)
        {
            int selector = component.QuantizationSelector;
            component.Quantization ??= (selector < Tables ? _quantization[selector] : null)
                ?? throw JpegFault.At($"the scan uses quantization table {selector}, which is not defined.", offset);
        }
    }

    private void Read(int marker, ReadOnlySpan<byte> parameters, int offset)
    {
        switch (marker)
        {
            case Marker.DQT:
                ReadQuantization(parameters, offset);
                break;
            case Marker.DHT:
                ReadHuffman(parameters, offset);
                break;
            case Marker.DRI when parameters.Length >= 2:
                RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(parameters);
                break;
            case Marker.APP0 or Marker.APP14:
                _colors.Read(marker, parameters);
                break;
            case var _ when Marker.IsStartOfFrame(marker):
                if (Frame is not null) throw JpegFault.At("there is a second frame header.", offset);
                Frame = FrameHeader.Parse(marker, parameters, offset);
                break;
        }
    }

    private void ReadQuantization(ReadOnlySpan<byte> parameters, int offset)
    {
        while (parameters.Length > 0)
        {
            int size = parameters[0] >> 4 == 0 ? 1 : 2, selector = parameters[0] & 15;
            if (selector >= Tables || parameters.Length < 1 + (64 * size)) throw JpegFault.At("a quantization table is damaged.", offset);
            var steps = new ushort[64];
            for (int i = 0; i < 64; i++)
            {
                ReadOnlySpan<byte> element = parameters.Slice(1 + (i * size), size);
                steps[i] = size == 1 ? element[0] : BinaryPrimitives.ReadUInt16BigEndian(element);
            }

            _quantization[selector] = new Quantization(steps);
            parameters = parameters.Slice(1 + (64 * size));
        }
    }

    private void ReadHuffman(ReadOnlySpan<byte> parameters, int offset)
    {
        while (parameters.Length > 0)
        {
            const int Header = 1 + 16;
            int tableClass = parameters[0] >> 4, selector = parameters[0] & 15, symbols = 0;
            if (tableClass > 1 || selector >= Tables || parameters.Length < Header)
                throw JpegFault.At("a Huffman table is damaged.", offset);
            ReadOnlySpan<byte> counts = parameters.Slice(1, 16);
            foreach (byte count in counts) symbols += count;
            if (symbols is 0 or > 256 || parameters.Length < Header + symbols)
                throw JpegFault.At("a Huffman table is damaged.", offset);

            var table = new HuffmanTable(counts, parameters.Slice(Header, symbols), tableClass == 1);
            if (!table.IsValid) throw JpegFault.At("a Huffman table has more codes than their lengths allow.", offset);
            (tableClass == 1 ? _acTables : _dcTables)[selector] = table;
            parameters = parameters.Slice(Header + symbols);
        }
    }

    /// <summary>Finds the number of lines in the DNL segment after the first scan (B.2.5).</summary>
    private static int FindLines(MarkerReader reader)
    {
        int offset = reader.Position, scans = 0;
        while (true)
        {
            int marker = reader.Next();
            if (marker == Marker.SOS) scans++;
            if (marker is Marker.None or Marker.EOI || scans > 1) break;
            if (!Marker.HasParameters(marker)) continue;
            ReadOnlySpan<byte> parameters = reader.ReadParameters(marker);
            if (marker != Marker.DNL || parameters.Length < 2) continue;
            int lines = BinaryPrimitives.ReadUInt16BigEndian(parameters);
            if (lines > 0) return lines;
        }

        throw JpegFault.At("the number of lines is missing: the frame header declares 0, and there is no DNL segment.", offset);
    }
}
