using System;
using PSDicom.Data;

namespace PSDicom.Pixels;

/// <summary>
/// How large a pixel is (PS3.3 section 10.7.1.3 and C.7.6.3.1.7): in the patient if that is known, else at the detector or on the scanned
/// film, else only in shape.
/// </summary>
internal sealed class PixelSize
{
    private PixelSize(double? width, double? height, double? aspect)
    {
        Width = width;
        Height = height;
        Aspect = aspect;
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

    /// <summary>The size of a frame's pixels: what the frame itself says, else what is said of all frames, else of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    public static PixelSize Of(DicomDataset dataset, int frame)
    {
        (double Height, double Width)? spacing =
            (FunctionalGroups.Find(dataset, frame, DicomTag.PixelMeasuresSequence) is { } measures ? Pair(measures, DicomTag.PixelSpacing) : null) ??
            Pair(dataset, DicomTag.PixelSpacing) ?? Pair(dataset, DicomTag.ImagerPixelSpacing) ?? Pair(dataset, DicomTag.NominalScannedPixelSpacing);
        if (spacing is { } size) return new PixelSize(size.Width, size.Height, size.Height / size.Width);
        return new PixelSize(null, null, Pair(dataset, DicomTag.PixelAspectRatio) is { } ratio ? ratio.Height / ratio.Width : null);
    }

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
