using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about pixel data: against the header, and in decoding.</summary>
internal static class PixelFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule PixelDataMissing = Add(
        nameof(PixelDataMissing), DicomFindingSeverity.Error,
        "There are Rows and Columns, but no pixel data.",
        "Copy it again from its source.");

    public static readonly FindingRule PixelDataTwice = Add(
        nameof(PixelDataTwice), DicomFindingSeverity.Error,
        "There is more than one of Pixel Data, Float Pixel Data and Double Float Pixel Data.",
        "Remove the wrong one; readers differ in which they show.");

    public static readonly FindingRule PixelFormatIncomplete = Add(
        nameof(PixelFormatIncomplete), DicomFindingSeverity.Error,
        "An attribute that is needed to read the pixel data is missing or not a number.",
        "Set it; the pixel data cannot be read without it.");

    public static readonly FindingRule PixelFormatContradiction = Add(
        nameof(PixelFormatContradiction), DicomFindingSeverity.Error,
        "The attributes of the pixel format contradict each other (PS3.3 section C.7.6.3, PS3.5 section 8.1.1).",
        "Correct them; readers differ in what they show.");

    public static readonly FindingRule PixelDataVR = Add(
        nameof(PixelDataVR), DicomFindingSeverity.Warning,
        "The value representation of the pixel data is not the one that its encoding requires (PS3.5 annex A).",
        "Write the file anew with a current toolkit.");

    public static readonly FindingRule PixelDataShort = Add(
        nameof(PixelDataShort), DicomFindingSeverity.Error,
        "The pixel data have fewer bytes than the header declares.",
        "Copy it again from its source; the missing pixels are shown as 0.");

    public static readonly FindingRule PixelDataLong = Add(
        nameof(PixelDataLong), DicomFindingSeverity.Warning,
        "The pixel data have more bytes than the header declares.",
        "Check Rows, Columns, Bits Allocated and Number of Frames.");

    public static readonly FindingRule PixelDataEncapsulation = Add(
        nameof(PixelDataEncapsulation), DicomFindingSeverity.Error,
        "The pixel data are in fragments although the transfer syntax is uncompressed, or the reverse.",
        "Correct Transfer Syntax UID; other readers fail.");

    public static readonly FindingRule FrameCountWrong = Add(
        nameof(FrameCountWrong), DicomFindingSeverity.Error,
        "Number of Frames is not the number of frames in the pixel data.",
        "Correct Number of Frames, or copy the file again from its source.");

    public static readonly FindingRule FramesNotSeparable = Add(
        nameof(FramesNotSeparable), DicomFindingSeverity.Error,
        "It is unknown which fragments belong to which frame.",
        "Write the file anew with an offset table, or with one fragment for each frame.");

    public static readonly FindingRule FrameEmpty = Add(
        nameof(FrameEmpty), DicomFindingSeverity.Error,
        "A frame has no bytes.",
        "Copy it again from its source.");

    public static readonly FindingRule OffsetTableWrong = Add(
        nameof(OffsetTableWrong), DicomFindingSeverity.Error,
        "An offset table contradicts the fragments; the frames were found without it.",
        "Write the file anew with a current toolkit; other readers show wrong frames.");

    public static readonly FindingRule OffsetTableMissing = Add(
        nameof(OffsetTableMissing), DicomFindingSeverity.Error,
        "The first item of the pixel data is not an offset table but a frame (PS3.5 section A.4).",
        "Write the file anew with a current toolkit; other readers lose a frame.");

    public static readonly FindingRule OffsetTablesBoth = Add(
        nameof(OffsetTablesBoth), DicomFindingSeverity.Warning,
        "There are a basic and an extended offset table (PS3.5 section A.4).",
        "Empty the basic one.");

    public static readonly FindingRule CodestreamUnreadable = Add(
        nameof(CodestreamUnreadable), DicomFindingSeverity.Error,
        "The header of a compressed frame cannot be read.",
        "Copy it again from its source.");

    public static readonly FindingRule CodestreamOther = Add(
        nameof(CodestreamOther), DicomFindingSeverity.Warning,
        "A frame is compressed in another way than the transfer syntax says.",
        "Correct Transfer Syntax UID; other readers fail.");

    public static readonly FindingRule CodestreamSize = Add(
        nameof(CodestreamSize), DicomFindingSeverity.Error,
        "Rows or Columns are not those of the compressed frame, which are used.",
        "Correct the header; other readers fail or distort the image.");

    public static readonly FindingRule CodestreamSamples = Add(
        nameof(CodestreamSamples), DicomFindingSeverity.Error,
        "Samples per Pixel is not that of the compressed frame, which is used.",
        "Correct the header; other readers fail or show wrong colors.");

    public static readonly FindingRule CodestreamBits = Add(
        nameof(CodestreamBits), DicomFindingSeverity.Warning,
        "Bits Stored or Bits Allocated do not fit the bits of the compressed frame.",
        "Correct the header; values may be cut or shown too dark.");

    public static readonly FindingRule CodestreamSign = Add(
        nameof(CodestreamSign), DicomFindingSeverity.Warning,
        "Pixel Representation is not the sign of the compressed frame.",
        "Correct the header; negative values are shown as high ones.");

    public static readonly FindingRule CodestreamColor = Add(
        nameof(CodestreamColor), DicomFindingSeverity.Warning,
        "Photometric Interpretation is not the color space of the compressed frame.",
        "Correct the header; other readers show wrong colors.");

    public static readonly FindingRule CodestreamEnd = Add(
        nameof(CodestreamEnd), DicomFindingSeverity.Warning,
        "The end marker of a compressed frame is missing. All samples of the frame are there.",
        "Convert it to another lossless transfer syntax, for programs that require it.");

    public static readonly FindingRule FrameUndecodable = Add(
        nameof(FrameUndecodable), DicomFindingSeverity.Error,
        "A frame cannot be decoded.",
        "Copy it again from its source.");

    public static readonly FindingRule FrameDamaged = Add(
        nameof(FrameDamaged), DicomFindingSeverity.Error,
        "A frame was decoded with losses, or with a doubt.",
        "Compare it with its source.");

    public static readonly FindingRule FrameNotSupported = Add(
        nameof(FrameNotSupported), DicomFindingSeverity.Information,
        "The frames are in a transfer syntax that is not decoded here, such as video.",
        "Play it with the software of its vendor.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict = false)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict);
        Rules.Add(rule);
        return rule;
    }
}
