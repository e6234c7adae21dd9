using System;
using System.Buffers.Binary;
using PSDicom.Pixels;

namespace PSDicom.Frames.Blacking;

/// <summary>
/// Makes pixels of decoded frames black. Bits outside of the stored values are cleared in the whole frame: they belong to nothing, or to overlays,
/// which can be text too. Thread-safe.
/// </summary>
/// <param name="image">The pixel data.</param>
/// <param name="area">The pixels.</param>
internal sealed class FrameBlacking(ImagePixels image, BlackArea area)
{
    private readonly BlackPixel _black = new(image.File.Dataset);

    /// <summary>Changes the cells of a frame.</summary>
    /// <exception cref="DicomException">The frame has another size, or it is not known which of its colours is black.</exception>
    public void Apply(DecodedFrame frame)
    {
        if (frame.Rows != area.Rows || frame.Columns != area.Columns)
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                FormattableString.Invariant($"Frame {frame.Index + 1}: the data set says {area.Columns} x {area.Rows} pixels, but the frame has {frame.Columns} x {frame.Rows}. Correct the data set first."),
                tagPath: "PixelData");
        }

        DicomFrame stored = frame.ToFrame(null);
        int size = SampleArray.SizeOf(SampleArray.TypeOf(frame.Cells));
        long[] black = _black.Of(stored, area);
        var pixel = new byte[black.Length * size];
        Span<byte> number = stackalloc byte[sizeof(long)];
        for (int i = 0; i < black.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, black[i]);
            number.Slice(0, size).CopyTo(pixel.AsSpan(i * size));
        }

        area.Fill(SampleArray.AsBytes(frame.Cells), pixel);
        if (frame.Shift > 0) StoredBits.Place(frame.Cells, frame.Shift);
    }
}
