using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Codecs;

namespace PSDicom.Operations.Conversion;

/// <summary>The transfer syntaxes that files can be converted to, and their short names.</summary>
public static class WritableSyntaxes
{
    private static readonly (string Name, string UID)[] Known =
    [
        ("Native", DicomTransferSyntax.ExplicitVRLittleEndianUID),
        ("ExplicitLittleEndian", DicomTransferSyntax.ExplicitVRLittleEndianUID),
        ("ImplicitLittleEndian", DicomTransferSyntax.ImplicitVRLittleEndianUID),
        ("ExplicitBigEndian", DicomTransferSyntax.ExplicitVRBigEndianUID),
        ("Deflated", DicomTransferSyntax.DeflatedExplicitVRLittleEndianUID),
        ("RleLossless", DicomTransferSyntax.RLELosslessUID),
        ("JpegLossless", DicomTransferSyntax.JPEGLosslessSV1UID),
        ("JpegLosslessAnyPredictor", DicomTransferSyntax.JPEGLosslessUID),
        ("JpegLsLossless", DicomTransferSyntax.JPEGLSLosslessUID),
        ("JpegLsNearLossless", DicomTransferSyntax.JPEGLSNearLosslessUID),
        ("Jpeg2000Lossless", DicomTransferSyntax.JPEG2000LosslessUID),
        ("Jpeg2000", DicomTransferSyntax.JPEG2000UID),
        ("HTJ2KLossless", DicomTransferSyntax.HTJ2KLosslessUID),
        ("HTJ2KLosslessRpcl", DicomTransferSyntax.HTJ2KLosslessRPCLUID),
        ("HTJ2K", DicomTransferSyntax.HTJ2KUID),
        ("Jpeg", DicomTransferSyntax.JPEGBaseline8BitUID),
        ("Jpeg12Bit", DicomTransferSyntax.JPEGExtended12BitUID),
        ("DeflatedFrames", DicomTransferSyntax.DeflatedImageFrameCompressionUID),
    ];

    private static readonly string[] Native =
    [
        DicomTransferSyntax.ExplicitVRLittleEndianUID, DicomTransferSyntax.ImplicitVRLittleEndianUID, DicomTransferSyntax.ExplicitVRBigEndianUID,
        DicomTransferSyntax.DeflatedExplicitVRLittleEndianUID,
    ];

    /// <summary>The short names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Where(known => IsWritable(known.UID)).Select(known => known.Name)];

    /// <summary>The transfer syntaxes.</summary>
    public static IReadOnlyList<DicomTransferSyntax> All { get; } =
        [.. Known.Select(known => known.UID).Distinct().Where(IsWritable).Select(uid => DicomTransferSyntax.Find(uid)!)];

    /// <summary>Whether files can be converted to a transfer syntax.</summary>
    public static bool Contains(DicomTransferSyntax syntax) => syntax is not null && IsWritable(syntax.UID);

    /// <summary>Finds a transfer syntax by a short name, or by its name, keyword or unique identifier in the standard, in any letter case.</summary>
    /// <exception cref="DicomException">None is called so, or files of it cannot be written (<see cref="DicomErrorReason.UnknownTransferSyntax"/>).</exception>
    public static DicomTransferSyntax Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        foreach ((string name, string uid) in Known)
        {
            if (IsWritable(uid) && name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) return DicomTransferSyntax.Find(uid)!;
        }

        foreach (DicomTransferSyntax syntax in All)
        {
            if (syntax.Equals(text.Trim())) return syntax;
        }

        throw new DicomException(
            DicomErrorReason.UnknownTransferSyntax, $"'{Text.PlainText.Of(text)}' is no transfer syntax that can be written. There are {string.Join(", ", Names)}.");
    }

    private static bool IsWritable(string uid) => Array.IndexOf(Native, uid) >= 0 || EncoderRegistry.TransferSyntaxes.Contains(uid);
}
