using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Reads the marker segments of a JPEG-LS stream (ITU-T T.87 annex C).</summary>
internal ref struct JpegLsMarkerReader
{
    private const int MaxBytesOfEntry = 2;

    private readonly ReadOnlySpan<byte> _frame;
    private int _scannedComponents;

    private JpegLsMarkerReader(ReadOnlySpan<byte> frame, int position)
    {
        _frame = frame;
        Position = position;
        Header = new JpegLsFrameHeader();
    }

    /// <summary>The length of the frame in bytes.</summary>
    public readonly int Length => _frame.Length;

    /// <summary>The position of the next marker; after a scan header, that of the scan's first byte.</summary>
    public int Position { get; set; }

    /// <summary>The parameters of the segments so far.</summary>
    public JpegLsFrameHeader Header { get; }

    /// <summary>The marker, and the first byte of the next marker.</summary>
    private static ReadOnlySpan<byte> StartOfImage => [0xFF, JpegLsMarker.SOI, 0xFF];

    /// <summary>The marker, and the high byte of the segment length.</summary>
    private static ReadOnlySpan<byte> NumberOfLines => [0xFF, JpegLsMarker.DNL, 0];

    /// <summary>Creates a reader after the start of image marker.</summary>
    /// <exception cref="DicomException">There is no such marker.</exception>
    public static JpegLsMarkerReader Open(ReadOnlySpan<byte> frame)
    {
        int start = frame.IndexOf(StartOfImage);
        if (start < 0) throw CodestreamError.JpegLs("the start of image marker (FFD8) is missing; the frame is not JPEG-LS.", 0);
        return new JpegLsMarkerReader(frame, start + 2);
    }

    /// <summary>Reads up to the next scan.</summary>
    /// <returns>The scan header; null at the end of the image or of the data.</returns>
    /// <exception cref="DicomException">A segment is not valid.</exception>
    public JpegLsScanHeader? ReadToScan()
    {
        while (FindMarker() is { } marker && marker != JpegLsMarker.EOI)
        {
            int start = Position;
            if (marker == JpegLsMarker.SOI || JpegLsMarker.IsRestart(marker)) continue;
            if (_frame.Length - start < 2) return null;
            int length = BinaryPrimitives.ReadUInt16BigEndian(_frame.Slice(start));
            if (length < 2) throw CodestreamError.JpegLs($"the segment of marker FF{marker:X2} has the invalid length {length}.", start);
            if (length > _frame.Length - start) return null;
            ReadOnlySpan<byte> body = _frame.Slice(start + 2, length - 2);
            Position = start + length;
            if (marker == JpegLsMarker.SOS) return ReadScanHeader(body, start);
            ReadSegment(marker, body, start);
        }

        return null;
    }

    /// <summary>Finds the number of lines in the DNL segment after the first scan; 0 if there is none (ITU-T T.87 C.2.6).</summary>
    public readonly int FindNumberOfLines()
    {
        for (int i = Position; i < _frame.Length;)
        {
            int found = _frame.Slice(i).IndexOf(NumberOfLines);
            if (found < 0) return 0;
            i += found + 2;
            int length = i + 1 < _frame.Length ? _frame[i + 1] - 2 : 0;
            if (length is >= 2 and <= 4 && length <= _frame.Length - i - 2) return ReadNumber(_frame.Slice(i + 2, length));
        }

        return 0;
    }

    private byte? FindMarker()
    {
        for (; Position < _frame.Length; Position++)
        {
            int found = _frame.Slice(Position).IndexOf((byte)0xFF);
            if (found < 0) break;
            Position += found;
            // 0xFF before a marker is a fill byte; 0xFF before a byte below 0x80 is coded data.
            while (Position < _frame.Length && _frame[Position] == 0xFF) Position++;
            if (Position < _frame.Length && _frame[Position] >= 0x80) return _frame[Position++];
        }

        Position = _frame.Length;
        return null;
    }

    private readonly void ReadSegment(byte marker, ReadOnlySpan<byte> body, int start)
    {
        switch (marker)
        {
            case JpegLsMarker.SOF55:
                ReadFrameHeader(body, start);
                break;
            case JpegLsMarker.LSE:
                ReadPreset(body, start);
                break;
            case JpegLsMarker.DRI when body.Length is >= 2 and <= 4:
                Header.RestartInterval = ReadNumber(body);
                break;
            case JpegLsMarker.APP8 when body.Length >= 5 && body.Slice(0, 4).SequenceEqual("mrfx"u8):
                Header.ColorTransform = body[4];
                break;
            default:
                if (JpegLsMarker.IsOtherFrame(marker))
                    throw CodestreamError.JpegLs($"the frame uses another JPEG process (marker FF{marker:X2}), not JPEG-LS (FFF7).", start);
                break;
        }
    }

    private readonly void ReadFrameHeader(ReadOnlySpan<byte> body, int start)
    {
        if (Header.Components.Length > 0) throw CodestreamError.JpegLs("there is a second frame header.", start);
        if (body.Length < 6 || body[5] == 0 || body.Length < 6 + (3 * body[5])) throw CodestreamError.JpegLs("the frame header is too short for its components.", start);
        Header.Precision = body[0];
        if (Header.Precision is < 2 or > 16) throw CodestreamError.JpegLs($"the frame header declares {Header.Precision} bits per sample; 2 to 16 are allowed.", start);
        // If an LSE segment before has declared large dimensions, these are 0.
        if (Header.Rows == 0) Header.Rows = BinaryPrimitives.ReadUInt16BigEndian(body.Slice(1));
        if (Header.Columns == 0) Header.Columns = BinaryPrimitives.ReadUInt16BigEndian(body.Slice(3));
        var components = new FrameComponent[body[5]];
        for (int i = 0; i < components.Length; i++)
        {
            byte sampling = body[7 + (3 * i)];
            components[i] = new FrameComponent(body[6 + (3 * i)], sampling >> 4, sampling & 0xF);
            if (components[i].Horizontal is < 1 or > 4 || components[i].Vertical is < 1 or > 4)
                throw CodestreamError.JpegLs($"component {i + 1} has sampling factors {sampling >> 4} x {sampling & 0xF}; 1 to 4 are allowed.", start);
        }

        Header.SetComponents(components);
    }

    private JpegLsScanHeader ReadScanHeader(ReadOnlySpan<byte> body, int start)
    {
        if (Header.Components.Length == 0) throw CodestreamError.JpegLs("a scan begins before the frame header (FFF7).", start);
        if (body.Length < 1 || body[0] is < 1 or > 4 || body.Length < 4 + (2 * body[0])) throw CodestreamError.JpegLs("the scan header is damaged.", start);
        int count = body[0];
        var components = new ScanComponent[count];
        for (int i = 0; i < count; i++)
        {
            byte id = body[1 + (2 * i)];
            byte table = body[2 + (2 * i)];
            components[i] = new ScanComponent(FindComponent(id, _scannedComponents + i, start), table == 0 ? null : FindTable(table, start));
        }

        int near = body[1 + (2 * count)];
        int interleave = body[2 + (2 * count)];
        if (interleave > 2 || (interleave == 0 && count > 1)) throw CodestreamError.JpegLs($"the interleave mode {interleave} is not valid for a scan of {count} components.", start);
        if ((body[3 + (2 * count)] & 0xF) != 0) throw CodestreamError.JpegLs("the scan has a point transform, which is not supported.", start);
        _scannedComponents += count;
        return new JpegLsScanHeader(components, near, count == 1 ? InterleaveMode.None : (InterleaveMode)interleave);
    }

    private readonly int FindComponent(byte id, int inOrder, int start)
    {
        int index = Array.FindIndex(Header.Components, component => component.Id == id);
        // Some encoders use other identifiers in the scan header than in the frame header.
        if (index < 0) index = inOrder;
        if (index >= Header.Components.Length) throw CodestreamError.JpegLs($"the scan header names component {id}, which the frame does not have.", start);
        return index;
    }

    private readonly MappingTable FindTable(byte id, int start)
    {
        if (!Header.MappingTables.TryGetValue(id, out MappingTable? table)) throw CodestreamError.JpegLs($"the scan uses mapping table {id}, which is missing.", start);
        if (table.EntryLength is < 1 or > MaxBytesOfEntry)
            throw CodestreamError.JpegLs($"the entries of mapping table {id} have {table.EntryLength} bytes; 1 and 2 are supported.", start);
        return table;
    }

    /// <summary>Reads an LSE segment: parameters, a mapping table or dimensions (ITU-T T.87 C.2.4).</summary>
    private readonly void ReadPreset(ReadOnlySpan<byte> body, int start)
    {
        int id = body.Length > 0 ? body[0] : 0;
        if (id == 1 && body.Length >= 11)
        {
            Header.Preset = new PresetParameters(
                ReadNumber(body.Slice(1, 2)), ReadNumber(body.Slice(3, 2)), ReadNumber(body.Slice(5, 2)), ReadNumber(body.Slice(7, 2)), ReadNumber(body.Slice(9, 2)));
        }
        else if (id is 2 or 3 && body.Length >= 3)
        {
            bool isNew = id == 2 || !Header.MappingTables.ContainsKey(body[1]);
            if (isNew) Header.MappingTables[body[1]] = new MappingTable(body[2]);
            MappingTable table = Header.MappingTables[body[1]];
            if (table.EntryLength is >= 1 and <= MaxBytesOfEntry) table.Add(body.Slice(3));
        }
        else if (id == 4 && body.Length >= 2 && body[1] is >= 2 and <= 4 && body.Length >= 2 + (2 * body[1]))
        {
            // The dimensions cannot change after the first scan.
            if (_scannedComponents > 0) return;
            Header.Rows = ReadNumber(body.Slice(2, body[1]));
            Header.Columns = ReadNumber(body.Slice(2 + body[1], body[1]));
        }
        else
        {
            throw CodestreamError.JpegLs($"the preset parameters segment (LSE) of type {id} with {body.Length} bytes is damaged, or of JPEG-LS part 2, which is not supported.", start);
        }
    }

    private static int ReadNumber(ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        foreach (byte b in bytes) number = (number << 8) | b;
        return (int)Math.Min(number, int.MaxValue);
    }
}
