using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Codecs;

/// <summary>
/// Settles what decoded samples are, by all that is known of them. Of three samples a pixel, the first of these counts that tells:
/// <list type="number">
/// <item>A colour transform of the codestream, which decoding has undone, leaves RGB (PS3.5 section 8.2.4).</item>
/// <item>Subsampled components are YCbCr: RGB has none (PS3.3 section C.7.6.3.1.2).</item>
/// <item>The colour specification of a JP2 file.</item>
/// <item>What is no JPEG by cosine transform was not transformed: the data set's Photometric Interpretation.</item>
/// <item>Adobe's segment; else the names R, G and B of components; else JFIF's segment (not of lossless JPEG): they say what the encoder did.</item>
/// <item>Photometric Interpretation.</item>
/// <item>The habit of encoders: YCbCr of JPEG by cosine transform, RGB of all others.</item>
/// </list>
/// </summary>
internal static class CodestreamColor
{
    /// <summary>Finds what the samples are, and what to say if the data set has it otherwise.</summary>
    /// <param name="label">Photometric Interpretation as the data set has it.</param>
    /// <param name="samplesPerPixel">Samples that are decoded.</param>
    /// <param name="marks">What the codestream tells; nothing of samples that were not compressed.</param>
    public static (string? Interpretation, string? Warning) Find(string? label, int samplesPerPixel, ColorMarks marks)
    {
        if (samplesPerPixel == 1) return OfOneSample(label);
        if (samplesPerPixel != 3) return (label, marks.HasAdobe ? "The compressed image has CMYK or YCCK as Adobe defines them, which are not told apart." : null);
        string? labelled = OfLabel(label, marks), noted = Of(marks.NotedYbr, labelled);
        string? told = marks.IsCosine ? noted ?? labelled : labelled ?? noted;
        string found = Of(marks.CertainlyYbr, labelled) ?? told ?? (marks.IsCosine ? PhotometricInterpretations.YbrFull : PhotometricInterpretations.Rgb);
        bool isTransform = PhotometricInterpretations.IsTransform(label);
        bool isAgreed = marks.IsTransformUndone
            ? isTransform || labelled == found
            : !isTransform && labelled == found && (noted ?? found) == found;
        return (found, isAgreed ? null : Taken(label, found, marks.CertainlyYbr is not null || noted == found));
    }

    private static (string? Interpretation, string? Warning) OfOneSample(string? label) => PhotometricInterpretations.HasOneSample(label)
        ? (label, null)
        : (PhotometricInterpretations.BlackIsZero, Taken(label, PhotometricInterpretations.BlackIsZero, isTold: false));

    private static string? Of(bool? isYbr, string? labelled) => isYbr switch
    {
        true => labelled is PhotometricInterpretations.YbrPartial ? labelled : PhotometricInterpretations.YbrFull,
        false => PhotometricInterpretations.Rgb,
        null => null,
    };

    /// <summary>The space of three samples that a label means; null if it means none.</summary>
    private static string? OfLabel(string? label, ColorMarks marks) => label switch
    {
        // The irreversible transform is that of YBR_FULL, which some wrote into JPEG 2000 as if it were RGB. The reversible one needs more
        // bits than there are: the name is left over from a codestream that was decoded.
        "YBR_ICT" => marks.IsJpeg2000 || marks.IsCosine ? PhotometricInterpretations.YbrFull : PhotometricInterpretations.Rgb,
        "YBR_RCT" => marks.IsCosine ? null : PhotometricInterpretations.Rgb,
        PhotometricInterpretations.Rgb or PhotometricInterpretations.Hsv => label,
        _ => PhotometricInterpretations.AtFullResolution(label) is PhotometricInterpretations.YbrFull or PhotometricInterpretations.YbrPartial
            ? PhotometricInterpretations.AtFullResolution(label)
            : null,
    };

    private static string Taken(string? label, string found, bool isTold)
    {
        string said = label is null ? "Photometric Interpretation is missing" : "Photometric Interpretation is " + QuotedText.Of(DicomVR.CS, label);
        return isTold ? $"{said}, but the compressed image is {found}." : $"{said}; the samples were taken for {found}.";
    }
}
