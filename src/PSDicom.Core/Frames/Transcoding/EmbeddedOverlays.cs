using System.Collections.Generic;
using PSDicom.Editing;
using PSDicom.Rendering.Overlays;

namespace PSDicom.Frames.Transcoding;

/// <summary>
/// Overlays in unused bits of pixel cells (PS3.5 section 8.1.2 as of 2003), which compression does not keep: they become elements of their own
/// (PS3.3 section C.9.2).
/// </summary>
internal sealed class EmbeddedOverlays
{
    private const uint FirstGroup = 0x6000_0000, LastGroup = 0x601E_0000, GroupStep = 0x0002_0000;
    private const uint BitsAllocatedElement = 0x0100, BitPositionElement = 0x0102, DataElement = 0x3000;
    private const uint RowsElement = 0x0010, ColumnsElement = 0x0011, FramesElement = 0x0015, FirstFrameElement = 0x0051;

    private readonly DicomDataset _dataset;
    private readonly List<(uint Group, OverlayPlane Plane)> _planes = [];

    private EmbeddedOverlays(DicomDataset dataset) => _dataset = dataset;

    /// <summary>The number of overlays.</summary>
    public int Count => _planes.Count;

    /// <summary>Finds them.</summary>
    public static EmbeddedOverlays In(DicomDataset dataset)
    {
        var found = new EmbeddedOverlays(dataset);
        for (uint group = FirstGroup; group <= LastGroup; group += GroupStep)
        {
            if (OverlayPlane.Read(dataset, group) is { IsEmbedded: true } plane) found._planes.Add((group, plane));
        }

        return found;
    }

    /// <summary>The overlays of a frame, packed; null if the frame no longer has them.</summary>
    public byte[][] Of(DecodedFrame frame)
    {
        var masks = new byte[_planes.Count][];
        for (int i = 0; i < masks.Length; i++)
        {
            masks[i] = _planes[i].Plane.FindMask(frame.Index, frame.Cells, frame.Rows, frame.Columns, frame.CellBits)?.Bits.ToArray() ?? [];
        }

        return masks;
    }

    /// <summary>Writes the overlays of all frames as elements.</summary>
    /// <param name="frames">What <see cref="Of"/> gave for each frame.</param>
    /// <param name="root">The data set.</param>
    /// <param name="pixels">The pixels of a frame.</param>
    /// <exception cref="DicomException">An overlay has another size than the image, so that it cannot be told which bits are its own.</exception>
    public void Move(IReadOnlyList<byte[][]> frames, EditNode root, int pixels)
    {
        for (int i = 0; i < _planes.Count; i++)
        {
            uint group = _planes[i].Group;
            if (frames[0][i].Length == 0) continue;
            RequireWholeFrames(group, frames.Count);
            long bits = (long)pixels * frames.Count;
            var data = new byte[(bits + 15) / 16 * 2];
            for (int frame = 0; frame < frames.Count; frame++) Append(data, frames[frame][i], (long)frame * pixels, pixels);
            Write(root, group | BitsAllocatedElement, 1);
            Write(root, group | BitPositionElement, 0);
            root.EditOf(new DicomTag(group | DataElement)).Write(new NewValue(DicomVR.OW, data));
        }
    }

    private void RequireWholeFrames(uint group, int frames)
    {
        bool isWhole = (Size(group | RowsElement) ?? _dataset.GetInteger(DicomTag.Rows)) == _dataset.GetInteger(DicomTag.Rows)
            && (Size(group | ColumnsElement) ?? _dataset.GetInteger(DicomTag.Columns)) == _dataset.GetInteger(DicomTag.Columns)
            && (Size(group | FramesElement) ?? frames) == frames
            && (Size(group | FirstFrameElement) ?? 1) == 1;
        if (isWhole) return;
        throw new DicomException(
            DicomErrorReason.PixelFormatNotAllowed,
            $"The overlay ({group >> 16:X4},xxxx) is in unused bits of the pixels, which this compression does not keep, and its size differs from that of the image, so that it cannot be moved to an element of its own. RLE Lossless keeps it.",
            tagPath: "PixelData");
    }

    private long? Size(uint tag) => _dataset.GetInteger(new DicomTag(tag));

    private static void Write(EditNode root, uint tag, byte value) => root.EditOf(new DicomTag(tag)).Write(new NewValue(DicomVR.US, [value, 0]));

    private static void Append(byte[] data, byte[] mask, long firstBit, int count)
    {
        for (int bit = 0; bit < count; bit++)
        {
            if ((mask[bit >> 3] >> (bit & 7) & 1) != 0) data[(firstBit + bit) >> 3] |= (byte)(1 << (int)((firstBit + bit) & 7));
        }
    }
}
