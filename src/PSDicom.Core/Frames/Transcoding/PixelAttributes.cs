using System.Text;
using PSDicom.Editing;

namespace PSDicom.Frames.Transcoding;

/// <summary>Writes the attributes of pixels that depend on their encoding (PS3.5 section 8.2), where they differ.</summary>
internal static class PixelAttributes
{
    /// <summary>Writes Photometric Interpretation and Planar Configuration.</summary>
    /// <param name="node">The data set of the pixels.</param>
    /// <param name="interpretation">Photometric Interpretation.</param>
    /// <param name="planar">Planar Configuration; null to keep it.</param>
    public static void Write(EditNode node, string interpretation, int? planar)
    {
        if (node.Dataset!.GetText(DicomTag.PhotometricInterpretation) != interpretation)
            node.EditOf(DicomTag.PhotometricInterpretation).Write(new NewValue(DicomVR.CS, Encoding.ASCII.GetBytes(interpretation)));
        if (planar is { } order && node.Dataset.GetInteger(DicomTag.PlanarConfiguration) != order) WritePlanar(node, order);
    }

    /// <summary>Writes Planar Configuration.</summary>
    public static void WritePlanar(EditNode node, int planar) => node.EditOf(DicomTag.PlanarConfiguration).Write(new NewValue(DicomVR.US, [(byte)planar, 0]));
}
