using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The state that the marker segments have set so far (T.81 B.2).</summary>
internal sealed class JpegCodestream
{
    private const int Tables = 4;
    private readonly Quantization?[] _quantization = new Quantization?[Tables];
    private readonly HuffmanTable?[] _dcTables = new HuffmanTable?[Tables];
    private readonly HuffmanTable?[] _acTables = new HuffmanTable?[Tables];
    private ColorSegments _colors;

    public JpegFrameHeader? Frame { get; private set; }

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

    /// <summary>Reads up to the next SOS or EOI, and returns it; <see cref="JpegMarker.None"/> at the end.</summary>
    public int ReadToScan(ref JpegMarkerReader reader)
    {
        while (true)
        {
            int marker = reader.Next();
            if (marker is JpegMarker.SOS or JpegMarker.EOI or JpegMarker.None) return marker;
            if (!JpegMarker.HasParameters(marker)) continue;
            int offset = reader.Position;
            Read(marker, reader.ReadParameters(marker), offset);
            if (JpegMarker.IsStartOfFrame(marker) && Frame!.Lines == 0) Frame.SetLines(FindLines(reader));
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

            tables[i] = defined[selector] ?? throw CodestreamError.Jpeg($"the scan uses Huffman table {selector}, which is not defined.", offset);
        }

        return tables;
    }

    /// <summary>Sets the quantization table of each component at its first scan.</summary>
    public void SetQuantization(JpegScanHeader scan, int offset)
    {
        foreach (Component component in scan.Components)
        {
            int selector = component.QuantizationSelector;
            component.Quantization ??= (selector < Tables ? _quantization[selector] : null)
                ?? throw CodestreamError.Jpeg($"the scan uses quantization table {selector}, which is not defined.", offset);
        }
    }

    private void Read(int marker, ReadOnlySpan<byte> parameters, int offset)
    {
        switch (marker)
        {
            case JpegMarker.DQT:
                ReadQuantization(parameters, offset);
                break;
            case JpegMarker.DHT:
                ReadHuffman(parameters, offset);
                break;
            case JpegMarker.DRI when parameters.Length >= 2:
                RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(parameters);
                break;
            case JpegMarker.APP0 or JpegMarker.APP14:
                _colors.Read(marker, parameters);
                break;
            case var _ when JpegMarker.IsStartOfFrame(marker):
                if (Frame is not null) throw CodestreamError.Jpeg("there is a second frame header.", offset);
                Frame = JpegFrameHeader.Parse(marker, parameters, offset);
                break;
        }
    }

    private void ReadQuantization(ReadOnlySpan<byte> parameters, int offset)
    {
        while (parameters.Length > 0)
        {
            int size = parameters[0] >> 4 == 0 ? 1 : 2, selector = parameters[0] & 15;
            if (selector >= Tables || parameters.Length < 1 + (64 * size)) throw CodestreamError.Jpeg("a quantization table is damaged.", offset);
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
                throw CodestreamError.Jpeg("a Huffman table is damaged.", offset);
            ReadOnlySpan<byte> counts = parameters.Slice(1, 16);
            foreach (byte count in counts) symbols += count;
            if (symbols is 0 or > 256 || parameters.Length < Header + symbols)
                throw CodestreamError.Jpeg("a Huffman table is damaged.", offset);

            var table = new HuffmanTable(counts, parameters.Slice(Header, symbols), tableClass == 1);
            if (!table.IsValid) throw CodestreamError.Jpeg("a Huffman table has more codes than their lengths allow.", offset);
            (tableClass == 1 ? _acTables : _dcTables)[selector] = table;
            parameters = parameters.Slice(Header + symbols);
        }
    }

    /// <summary>Finds the number of lines in the DNL segment after the first scan (B.2.5).</summary>
    private static int FindLines(JpegMarkerReader reader)
    {
        int offset = reader.Position, scans = 0;
        while (true)
        {
            int marker = reader.Next();
            if (marker == JpegMarker.SOS) scans++;
            if (marker is JpegMarker.None or JpegMarker.EOI || scans > 1) break;
            if (!JpegMarker.HasParameters(marker)) continue;
            ReadOnlySpan<byte> parameters = reader.ReadParameters(marker);
            if (marker != JpegMarker.DNL || parameters.Length < 2) continue;
            int lines = BinaryPrimitives.ReadUInt16BigEndian(parameters);
            if (lines > 0) return lines;
        }

        throw CodestreamError.Jpeg("the number of lines is missing: the frame header declares 0, and there is no DNL segment.", offset);
    }
}
