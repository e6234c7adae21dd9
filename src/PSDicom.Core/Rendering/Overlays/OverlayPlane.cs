using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Overlays;

/// <summary>
/// One overlay plane: an element of packed bits, frame by frame, or a bit of each pixel cell (PS3.3 sections C.9.2 and C.9.3).
/// </summary>
internal sealed class OverlayPlane
{
    private const uint RowsElement = 0x0010;
    private const uint ColumnsElement = 0x0011;
    private const uint FramesElement = 0x0015;
    private const uint OriginElement = 0x0050;
    private const uint FirstFrameElement = 0x0051;
    private const uint BitPositionElement = 0x0102;
    private const uint DataElement = 0x3000;

    private readonly DicomElement? _data;
    private readonly int? _rows;
    private readonly int? _columns;
    private readonly int _top;
    private readonly int _left;
    private readonly long? _frames;
    private readonly long _firstFrame;

    // The mask of all frames. Two threads may read it at the same time, which is harmless.
    private volatile OverlayMask? _shared;

    private OverlayPlane(DicomDataset dataset, uint group, DicomElement? data, int bit)
    {
        _data = data;
        Bit = bit;
        _rows = Size(dataset, new DicomTag(group | RowsElement));
        _columns = Size(dataset, new DicomTag(group | ColumnsElement));
        (_top, _left) = Origin(dataset, new DicomTag(group | OriginElement));
        _frames = dataset.GetInteger(new DicomTag(group | FramesElement)) is > 0 and long frames ? frames : null;
        _firstFrame = dataset.GetInteger(new DicomTag(group | FirstFrameElement)) is > 0 and long first ? first - 1 : 0;

        // With a first frame but no number of frames, there is one frame.
        if (_frames is null && dataset.Contains(new DicomTag(group | FirstFrameElement))) _frames = 1;
    }

    /// <summary>The elements that are read of each group.</summary>
    public static uint[] Elements =>
        [RowsElement, ColumnsElement, FramesElement, OriginElement, FirstFrameElement, BitPositionElement, DataElement];

    /// <summary>Whether the overlay is in the pixel cells.</summary>
    public bool IsEmbedded => _data is null;

    /// <summary>Overlay Bit Position: the bit of the pixel cells, if the overlay is embedded.</summary>
    public int Bit { get; }

    /// <summary>Reads the overlay attributes of a group.</summary>
    /// <returns>The overlay; null if there is none.</returns>
    public static OverlayPlane? Read(DicomDataset dataset, uint group)
    {
        if (dataset[new DicomTag(group | DataElement)] is { IsEncapsulated: false, ByteLength: > 0 } data)
            return new OverlayPlane(dataset, group, data, 0);
        return dataset.GetInteger(new DicomTag(group | BitPositionElement)) is >= 0 and < 64 and long bit && IsUnused(dataset, (int)bit)
            ? new OverlayPlane(dataset, group, null, (int)bit)
            : null;
    }

    /// <summary>The mask of a frame; null if it has none.</summary>
    public OverlayMask? FindMask(int frame, Array? cells, int rows, int columns, int cellBits)
    {
        if (_data is null) return cells is null || Bit >= cellBits ? null : FromCells(cells, rows, columns);

        // An overlay without a number of frames applies to all frames of the image (PS3.3 section C.9.3.1.1 requires the number).
        long index = _frames is null ? 0 : frame - _firstFrame;
        if (index < 0 || index >= (_frames ?? 1)) return null;
        (rows, columns) = (_rows ?? rows, _columns ?? columns);
        if (_frames is not null) return FromData(_data, index, rows, columns);
        if (_shared is { } shared && shared.Rows == rows && shared.Columns == columns) return shared;
        return _shared = FromData(_data, 0, rows, columns);
    }

    private OverlayMask FromData(DicomElement data, long index, int rows, int columns)
    {
        long pixels = (long)rows * columns;
        long firstBit = index * pixels;
        int word = data.IsBigEndian && data.VR != DicomVR.OB ? sizeof(ushort) : 1;
        long start = Math.Min(data.ByteLength, firstBit / 8 / word * word);
        long end = Math.Min(data.ByteLength, ((firstBit + pixels + 7) / 8 + word - 1) / word * word);
        var bits = new byte[end - start];
        data.ReadBytes(start, bits);
        if (word > 1) ByteOrder.Swap(bits, word);
        return new OverlayMask(bits, firstBit - (start * 8))
        {
            Rows = rows,
            Columns = columns,
            Top = _top,
            Left = _left,
        };
    }

    /// <summary>Extracts the bit of each pixel cell. Size and origin do not apply.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private OverlayMask? FromCells(Array cells, int rows, int columns)
    {
        int size = SampleArray.SizeOf(SampleArray.TypeOf(cells));
        if (cells.Length != (long)rows * columns || Bit >= size * 8) return null;
        ReadOnlySpan<byte> bytes = SampleArray.AsBytes(cells).Slice(Bit / 8);
        var bits = new byte[(cells.Length + 7) / 8];
        for (int i = 0; i < cells.Length; i++) bits[i >> 3] |= (byte)(((bytes[i * size] >> (Bit & 7)) & 1) << (i & 7));
        return new OverlayMask(bits, 0) { Rows = rows, Columns = columns };
    }

    /// <summary>Whether a bit of the cell is not part of the stored value.</summary>
    private static bool IsUnused(DicomDataset dataset, int bit)
    {
        PixelFormat format = PixelFormat.Read(dataset);
        if (format.BitsAllocated is not { } allocated || format.SamplesPerPixel is > 1 || bit >= allocated) return false;
        int stored = format.BitsStored ?? allocated, high = format.HighBit ?? stored - 1;
        return bit > high || bit <= high - stored;
    }

    private static int? Size(DicomDataset dataset, DicomTag tag) =>
        dataset.GetInteger(tag) is > 0 and <= ushort.MaxValue and long size ? (int)size : null;

    /// <summary>Row and column of the first bit, from 0 (in the file from 1).</summary>
    private static (int Top, int Left) Origin(DicomDataset dataset, DicomTag tag)
    {
        double[] values = dataset.GetNumbers(tag);
        return values.Length >= 2 && IsShort(values[0]) && IsShort(values[1]) ? ((int)values[0] - 1, (int)values[1] - 1) : (0, 0);
    }

    private static bool IsShort(double number) => number is >= short.MinValue and <= short.MaxValue && number == Math.Floor(number);
}
