using System;
using PSDicom.Editing;

namespace PSDicom.Frames.Transcoding;

/// <summary>Makes native pixel data from frames, and says in the data set what they are.</summary>
/// <param name="image">The pixel data of the file.</param>
/// <param name="first">The first frame.</param>
internal sealed class NativeFrameWriter(ImagePixels image, NativeFrame first)
{
    private readonly NativePacking _packing = new(first.Format.BitsAllocated, image.Format.IsPlanar);

    /// <summary>The value representation (PS3.5 section A.2).</summary>
    public DicomVR VR => image.Element!.Tag.Element switch
    {
        0x0008 => DicomVR.OF,
        0x0009 => DicomVR.OD,
        _ when IsNative && (image.Element.VR == DicomVR.OB || image.Element.VR == DicomVR.OW) => image.Element.VR,
        _ => first.Format.BitsAllocated > 8 ? DicomVR.OW : DicomVR.OB,
    };

    /// <summary>Whether the frames are native in the file too.</summary>
    private bool IsNative => image.Encapsulated is null && !image.File.TransferSyntax.IsEncapsulated;

    /// <summary>The bytes of the next frame, little endian; they are valid as long as the frame is.</summary>
    public ReadOnlySpan<byte> Pack(NativeFrame frame) => _packing.Pack(frame.Cells, frame.Format.Shape.SamplesPerPixel);

    /// <summary>The bytes that are left after the last frame.</summary>
    public byte[] Finish() => _packing.Finish();

    /// <summary>Writes the attributes that depend on the encoding.</summary>
    public void Describe(EditNode node)
    {
        PixelAttributes.Write(node, first.Format.PhotometricInterpretation, null);
        if (first.Format.Shape.SamplesPerPixel > 1 && !node.Has(DicomTag.PlanarConfiguration)) PixelAttributes.WritePlanar(node, 0);
    }
}
