namespace PSDicom;

// A test compares names and identifiers with the table.
/// <content>The transfer syntaxes that PSDicom itself uses, by their keyword (PS3.6 annex A).</content>
public sealed partial class DicomTransferSyntax
{
    internal const string ImplicitVRLittleEndianUID = "1.2.840.10008.1.2";
    internal const string ExplicitVRLittleEndianUID = "1.2.840.10008.1.2.1";
    internal const string EncapsulatedUncompressedExplicitVRLittleEndianUID = "1.2.840.10008.1.2.1.98";
    internal const string DeflatedExplicitVRLittleEndianUID = "1.2.840.10008.1.2.1.99";
    internal const string ExplicitVRBigEndianUID = "1.2.840.10008.1.2.2";
    internal const string JPEGBaseline8BitUID = "1.2.840.10008.1.2.4.50";
    internal const string JPEGExtended12BitUID = "1.2.840.10008.1.2.4.51";
    internal const string JPEGLosslessUID = "1.2.840.10008.1.2.4.57";
    internal const string JPEGLosslessSV1UID = "1.2.840.10008.1.2.4.70";
    internal const string JPEGLSLosslessUID = "1.2.840.10008.1.2.4.80";
    internal const string JPEGLSNearLosslessUID = "1.2.840.10008.1.2.4.81";
    internal const string JPEG2000LosslessUID = "1.2.840.10008.1.2.4.90";
    internal const string JPEG2000UID = "1.2.840.10008.1.2.4.91";
    internal const string HTJ2KLosslessUID = "1.2.840.10008.1.2.4.201";
    internal const string HTJ2KLosslessRPCLUID = "1.2.840.10008.1.2.4.202";
    internal const string HTJ2KUID = "1.2.840.10008.1.2.4.203";
    internal const string RLELosslessUID = "1.2.840.10008.1.2.5";
    internal const string DeflatedImageFrameCompressionUID = "1.2.840.10008.1.2.8.1";

    // These do not need the tables, because nearly every file has one of them.

    /// <summary>Implicit VR Little Endian (PS3.5 section A.1), the default.</summary>
    public static DicomTransferSyntax ImplicitVRLittleEndian { get; } = new(ImplicitVRLittleEndianUID);

    /// <summary>Explicit VR Little Endian (PS3.5 section A.2).</summary>
    public static DicomTransferSyntax ExplicitVRLittleEndian { get; } = new(ExplicitVRLittleEndianUID, isExplicitVR: true);

    /// <summary>Explicit VR Big Endian (retired).</summary>
    public static DicomTransferSyntax ExplicitVRBigEndian { get; } =
        new(ExplicitVRBigEndianUID, isExplicitVR: true, isBigEndian: true, isBigEndianPixelData: true);

    /// <summary>Deflated Explicit VR Little Endian (PS3.5 section A.5).</summary>
    public static DicomTransferSyntax DeflatedExplicitVRLittleEndian { get; } =
        new(DeflatedExplicitVRLittleEndianUID, isExplicitVR: true, isDeflated: true);
}
