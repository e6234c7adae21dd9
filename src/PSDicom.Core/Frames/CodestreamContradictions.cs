using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>The contradictions between the data set and the header of a compressed frame, which is right.</summary>
internal static class CodestreamContradictions
{
    /// <summary>Finds the contradictions that decoding has to resolve.</summary>
    /// <param name="format">The format in the data set.</param>
    /// <param name="info">The properties of the codestream.</param>
    /// <param name="isDeclaredLossy">As for <see cref="StreamedBits.Of"/>.</param>
    public static IReadOnlyList<DicomWarning> Find(PixelFormat format, CodestreamInfo info, bool isDeclaredLossy)
    {
        var warnings = new List<DicomWarning>();
        if ((format.Rows is { } rows && info.Rows > 0 && rows != info.Rows) || (format.Columns is { } columns && columns != info.Columns))
        {
            Add(warnings, DicomWarningKind.CodestreamSize, Invariant(
                $"The data set says {format.Rows} x {format.Columns} pixels, the compressed image has {info.Rows} x {info.Columns}."));
        }

        if (format.SamplesPerPixel is { } samples && samples != info.SamplesPerPixel)
            Add(warnings, DicomWarningKind.CodestreamSamples, Invariant($"The data set says {samples} samples a pixel, the compressed image has {info.SamplesPerPixel}."));
        if (StreamedBits.Of(format, info, isDeclaredLossy).Warning is { } ofBits) Add(warnings, DicomWarningKind.CodestreamBits, ofBits);
        if (CodestreamColor.Find(format.PhotometricInterpretation, info.SamplesPerPixel, info.Color).Warning is { } ofColor) Add(warnings, DicomWarningKind.CodestreamColor, ofColor);
        return warnings;
    }

    private static void Add(List<DicomWarning> warnings, DicomWarningKind kind, string message) => warnings.Add(new DicomWarning(kind, message, tagPath: "PixelData"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
