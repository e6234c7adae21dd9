using System;
using PSDicom.Data;

namespace PSDicom.Pixels;

/// <summary>
/// How large a pixel is (PS3.3 section 10.7.1.3 and C.7.6.3.1.7): in the patient if that is known, else at the detector or on the scanned
/// film, else only in shape.
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

    /// <summary>In mm, if known.</summary>
    public double? Width { get; }

    /// <summary>In mm, if known.</summary>
    public double? Height { get; }

    /// <summary>Height divided by width, if known; known without them if the image tells only the shape.</summary>
    public double? Aspect { get; }

    /// <summary>Whether the size is one in the patient; otherwise it is at the detector or on the film, where things look larger than they are.</summary>
    public bool IsOfPatient { get; }

    /// <summary>The size of a frame's pixels: what the frame itself says, else what is said of all frames, else of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    public static PixelSize Of(DicomDataset dataset, int frame)
    {
        PixelSize? own = OfFrame(dataset, frame, out bool isOwn);
        return own ?? (isOwn ? OfImage(dataset) : OfAllFrames(dataset));
    }

    /// <summary>What a frame itself says; null if that is no size.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="isOwn">Whether the frame has measures of its own.</param>
    public static PixelSize? OfFrame(DicomDataset dataset, int frame, out bool isOwn)
    {
        DicomDataset? own = FunctionalGroups.FindOwn(dataset, frame, DicomTag.PixelMeasuresSequence);
        isOwn = own is not null;
        return own is null ? null : OfMeasures(own);
    }

    /// <summary>What is said of the frames that have no measures of their own.</summary>
    public static PixelSize OfAllFrames(DicomDataset dataset) =>
        (FunctionalGroups.FindShared(dataset, DicomTag.PixelMeasuresSequence) is { } shared ? OfMeasures(shared) : null) ?? OfImage(dataset);

    /// <summary>What is said of the image.</summary>
    public static PixelSize OfImage(DicomDataset dataset)
    {
        if (Pair(dataset, DicomTag.PixelSpacing) is { } size) return OfSpacing(size, isOfPatient: true);
        if ((Pair(dataset, DicomTag.ImagerPixelSpacing) ?? Pair(dataset, DicomTag.NominalScannedPixelSpacing)) is { } projected) return OfSpacing(projected, isOfPatient: false);
        return new PixelSize(null, null, Pair(dataset, DicomTag.PixelAspectRatio) is { } ratio ? ratio.Height / ratio.Width : null, isOfPatient: false);
    }

    private static PixelSize? OfMeasures(DicomDataset measures) => Pair(measures, DicomTag.PixelSpacing) is { } size ? OfSpacing(size, isOfPatient: true) : null;

    private static PixelSize OfSpacing((double Height, double Width) size, bool isOfPatient) => new(size.Width, size.Height, size.Height / size.Width, isOfPatient);

    /// <summary>All of these have the vertical number first; one alone stands for both.</summary>
    private static (double Height, double Width)? Pair(DicomDataset dataset, DicomTag tag)
    {
        if (dataset.GetText(tag) is not { } text) return null;
        string[] values = text.Split('\\');
        return TextNumbers.TryParseDecimal(values[0], out double height) &&
            TextNumbers.TryParseDecimal(values[Math.Min(1, values.Length - 1)], out double width) &&
            height > 0 && width > 0
            ? (height, width)
            : null;
    }
}
