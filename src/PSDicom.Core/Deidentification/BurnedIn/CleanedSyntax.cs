using System.Linq;
using PSDicom.Codecs;
using PSDicom.Frames.Transcoding;
using PSDicom.Pixels;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>The transfer syntax of images whose pixels were changed: that of the file if it loses nothing, else the lossless one of its family.</summary>
internal static class CleanedSyntax
{
    /// <summary>The transfer syntax for an image.</summary>
    /// <param name="syntax">That of the file.</param>
    /// <param name="dataset">The data set of the file.</param>
    public static DicomTransferSyntax Of(DicomTransferSyntax syntax, DicomDataset dataset)
    {
        if (!syntax.IsEncapsulated) return syntax;
        DicomTransferSyntax target = LosslessOf(syntax);
        return Allows(target, dataset) ? target : DicomTransferSyntax.ExplicitVRLittleEndian;
    }

    private static DicomTransferSyntax LosslessOf(DicomTransferSyntax syntax)
    {
        string uid = syntax.UID switch
        {
            DicomTransferSyntax.JPEGLSNearLosslessUID => DicomTransferSyntax.JPEGLSLosslessUID,
            DicomTransferSyntax.JPEG2000UID => DicomTransferSyntax.JPEG2000LosslessUID,
            DicomTransferSyntax.HTJ2KUID => DicomTransferSyntax.HTJ2KLosslessUID,
            DicomTransferSyntax.JPEGBaseline8BitUID or DicomTransferSyntax.JPEGExtended12BitUID => DicomTransferSyntax.JPEGLosslessSV1UID,
            _ when EncoderRegistry.TransferSyntaxes.Contains(syntax.UID) => syntax.UID,

            // Retired processes of JPEG, and what is decoded but not encoded.
            _ when syntax.IsLossy => DicomTransferSyntax.JPEGLosslessSV1UID,
            _ => DicomTransferSyntax.ExplicitVRLittleEndianUID,
        };
        return DicomTransferSyntax.Find(uid)!;
    }

    // Some files have pixels that their transfer syntax does not allow.
    private static bool Allows(DicomTransferSyntax target, DicomDataset dataset)
    {
        if (EncoderRegistry.Find(target) is not { } encoder || SampleFormat.Of(PixelFormat.Read(dataset), DicomTag.PixelData) is not { } format) return true;
        try
        {
            encoder.Describe(format, FrameEncodingOptions.Default);
            return true;
        }
        catch (DicomException exception) when (exception.Reason == DicomErrorReason.PixelFormatNotAllowed)
        {
            return false;
        }
    }
}
