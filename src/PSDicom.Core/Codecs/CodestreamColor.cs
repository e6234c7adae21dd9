using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Codecs;

/// <summary>
/// Determines the colour space of decoded samples. With three samples per pixel, the first of these that applies decides:
/// <list type="number">
/// <item>A colour transform of the codestream, which decoding reverses, gives RGB (PS3.5 section 8.2.4).</item>
/// <item>Subsampled components are YCbCr: RGB is not subsampled (PS3.3 section C.7.6.3.1.2).</item>
/// <item>The colour specification of a JP2 file.</item>
/// <item>Other formats than DCT-based JPEG have no further transform: Photometric Interpretation.</item>
/// <item>
/// The Adobe segment; else components that are named R, G and B; else the JFIF segment (except in lossless JPEG). The encoder wrote these.
/// </item>
/// <item>Photometric Interpretation.</item>
/// <item>The default of encoders: YCbCr for DCT-based JPEG, RGB for all others.</item>
/// </list>
/// </summary>
internal static class CodestreamColor
{
    /// <summary>Finds the colour space, and a warning if the data set contradicts it.</summary>
    /// <param name="label">Photometric Interpretation of the data set.</param>
    /// <param name="samplesPerPixel">The number of decoded samples per pixel.</param>
    /// <param name="marks">The colour information of the codestream; empty for uncompressed samples.</param>
    public static (string? Interpretation, string? Warning) Find(string? label, int samplesPerPixel, ColorMarks marks)
    {
        if (samplesPerPixel == 1) return OfOneSample(label);
        if (samplesPerPixel != 3) return (label, marks.HasAdobe ? "The compressed image is CMYK or YCCK as defined by Adobe; which of them is not determined." : null);
        string? labelled = OfLabel(label, marks), noted = Of(marks.DeclaredYbr, labelled);
        string? declared = marks.IsDct ? noted ?? labelled : labelled ?? noted;
        string found = Of(marks.DefiniteYbr, labelled) ?? declared ?? (marks.IsDct ? PhotometricInterpretations.YbrFull : PhotometricInterpretations.Rgb);
        bool isTransform = PhotometricInterpretations.IsTransform(label);
        bool isAgreed = marks.IsTransformUndone
            ? isTransform || labelled == found
            : !isTransform && labelled == found && (noted ?? found) == found;
        return (found, isAgreed ? null : WarningOf(label, found, marks.DefiniteYbr is not null || noted == found));
    }

    private static (string? Interpretation, string? Warning) OfOneSample(string? label) => PhotometricInterpretations.HasOneSample(label)
        ? (label, null)
        : (PhotometricInterpretations.BlackIsZero, WarningOf(label, PhotometricInterpretations.BlackIsZero, isDeclared: false));

    private static string? Of(bool? isYbr, string? labelled) => isYbr switch
    {
        true => labelled is PhotometricInterpretations.YbrPartial ? labelled : PhotometricInterpretations.YbrFull,
        false => PhotometricInterpretations.Rgb,
        null => null,
    };

    /// <summary>The colour space of three samples that a label stands for; null if it stands for none.</summary>
    private static string? OfLabel(string? label, ColorMarks marks) => label switch
    {
        // The irreversible transform is that of YBR_FULL, which some encoders stored in JPEG 2000 as if it were RGB. The reversible one
        // needs more bits than the samples have: the label is left over from an earlier codestream.
        "YBR_ICT" => marks.IsJpeg2000 || marks.IsDct ? PhotometricInterpretations.YbrFull : PhotometricInterpretations.Rgb,
        "YBR_RCT" => marks.IsDct ? null : PhotometricInterpretations.Rgb,
        PhotometricInterpretations.Rgb or PhotometricInterpretations.Hsv => label,
        _ => PhotometricInterpretations.AtFullResolution(label) is PhotometricInterpretations.YbrFull or PhotometricInterpretations.YbrPartial
            ? PhotometricInterpretations.AtFullResolution(label)
            : null,
    };

    private static string WarningOf(string? label, string found, bool isDeclared)
    {
        string said = label is null ? "Photometric Interpretation is missing" : "Photometric Interpretation is " + QuotedText.Of(DicomVR.CS, label);
        return isDeclared ? $"{said}, but the compressed image is {found}." : $"{said}; the samples were read as {found}.";
    }
}
