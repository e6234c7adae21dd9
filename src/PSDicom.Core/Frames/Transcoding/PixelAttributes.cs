using System.Linq;
using System.Text;
using PSDicom.Editing;

namespace PSDicom.Frames.Transcoding;

/// <summary>Writes the attributes of pixels that depend on their encoding (PS3.5 section 8.2), where they differ.</summary>
internal static class PixelAttributes
{
    /// <summary>The attributes by which pixels are read.</summary>
    private static readonly DicomTag[] OfFormat =
    [
        DicomTag.SamplesPerPixel, DicomTag.PhotometricInterpretation, DicomTag.PlanarConfiguration, DicomTag.NumberOfFrames, DicomTag.Rows,
        DicomTag.Columns, DicomTag.BitsAllocated, DicomTag.BitsStored, DicomTag.HighBit, DicomTag.PixelRepresentation,
    ];

    /// <summary>Refuses attributes that readers of implicit elements would take for other numbers: these go by the dictionary.</summary>
    /// <exception cref="DicomException">One has another value representation (<see cref="DicomErrorReason.InvalidPixelData"/>).</exception>
    public static void RequireUsualRepresentations(DicomDataset dataset)
    {
        foreach (DicomTag tag in OfFormat)
        {
            if (dataset[tag] is not { IsEmpty: false, Definition: { } known } element || element.VR == DicomVR.UN || known.VRs.Contains(element.VR)) continue;
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                $"{known.Name} has the value representation {element.VR.Code}. Readers of implicit elements would take it for {known.VR.Code}, and the pixels for others. Correct it first.",
                tagPath: known.Keyword);
        }
    }

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
