using System;
using PSDicom.Data;

namespace PSDicom.Pixels;

/// <summary>
/// The size of a pixel (PS3.3 sections 10.7.1.3 and C.7.6.3.1.7): in the patient if known, else at the detector or on the scanned film,
/// else only the aspect ratio.
/// </summary>
internal sealed class PixelSize
{
    private PixelSize(double? width, double? height, double? aspect, bool isOfPatient)
    {
        Width = width;
        Height = height;
        Aspect = aspect;
        IsOfPatient = isOfPatient;
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags =>
        [DicomTag.ImagerPixelSpacing, DicomTag.NominalScannedPixelSpacing, DicomTag.PixelSpacing, DicomTag.PixelAspectRatio, .. FunctionalGroups.Tags];

    /// <summary>Width in mm, if known.</summary>
    public double? Width { get; }

    /// <summary>Height in mm, if known.</summary>
    public double? Height { get; }

    /// <summary>Height divided by width, if known. It can be known without the size.</summary>
    public double? Aspect { get; }

    /// <summary>Whether the size is that in the patient. The size at the detector or on the film is larger, by the magnification.</summary>
    public bool IsOfPatient { get; }

    /// <summary>The pixel size of a frame: its own, else that of all frames, else that of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    public static PixelSize Of(DicomDataset dataset, int frame)
    {
        PixelSize? own = OfFrame(dataset, frame, out bool isOwn);
        return own ?? (isOwn ? OfImage(dataset) : OfAllFrames(dataset));
    }

    /// <summary>The pixel size of a frame's own functional group; null if it has none.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="isOwn">Whether the frame has Pixel Measures of its own.</param>
    public static PixelSize? OfFrame(DicomDataset dataset, int frame, out bool isOwn)
    {
        DicomDataset? own = FunctionalGroups.FindOwn(dataset, frame, DicomTag.PixelMeasuresSequence);
        isOwn = own is not null;
        return own is null ? null : OfMeasures(own);
    }

    /// <summary>The pixel size of the frames that have no Pixel Measures of their own.</summary>
    public static PixelSize OfAllFrames(DicomDataset dataset) =>
        (FunctionalGroups.FindShared(dataset, DicomTag.PixelMeasuresSequence) is { } shared ? OfMeasures(shared) : null) ?? OfImage(dataset);

    /// <summary>The pixel size of the image.</summary>
    public static PixelSize OfImage(DicomDataset dataset)
    {
        if (Pair(dataset, DicomTag.PixelSpacing) is { } size) return OfSpacing(size, isOfPatient: true);
        if ((Pair(dataset, DicomTag.ImagerPixelSpacing) ?? Pair(dataset, DicomTag.NominalScannedPixelSpacing)) is { } projected) return OfSpacing(projected, isOfPatient: false);
        return new PixelSize(null, null, Pair(dataset, DicomTag.PixelAspectRatio) is { } ratio ? ratio.Height / ratio.Width : null, isOfPatient: false);
    }

    private static PixelSize? OfMeasures(DicomDataset measures) => Pair(measures, DicomTag.PixelSpacing) is { } size ? OfSpacing(size, isOfPatient: true) : null;

    private static PixelSize OfSpacing((double Height, double Width) size, bool isOfPatient) => new(size.Width, size.Height, size.Height / size.Width, isOfPatient);

    /// <summary>All these attributes have the vertical number first; a single number stands for both.</summary>
    private static (double Height, double Width)? Pair(DicomDataset dataset, DicomTag tag)
    {
        double[] values = dataset.GetNumbers(tag);
        return values.Length > 0 && values[0] > 0 && values[Math.Min(1, values.Length - 1)] is > 0 and var width ? (values[0], width) : null;
    }
}
