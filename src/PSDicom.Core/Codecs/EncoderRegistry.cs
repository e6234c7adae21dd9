using System.Collections.Generic;
using PSDicom.Codecs.Deflate;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;

namespace PSDicom.Codecs;

/// <summary>Finds the encoder of a transfer syntax.</summary>
internal static class EncoderRegistry
{
    private static readonly Dictionary<string, IFrameEncoder> Encoders = new()
    {
        [DicomTransferSyntax.JPEGBaseline8BitUID] = new JpegDctEncoder(isExtended: false),
        [DicomTransferSyntax.JPEGExtended12BitUID] = new JpegDctEncoder(isExtended: true),
        [DicomTransferSyntax.JPEGLosslessUID] = new JpegLosslessEncoder(isFirstOrder: false),
        [DicomTransferSyntax.JPEGLosslessSV1UID] = new JpegLosslessEncoder(isFirstOrder: true),
        [DicomTransferSyntax.JPEGLSLosslessUID] = new JpegLsEncoder(isLossless: true),
        [DicomTransferSyntax.JPEGLSNearLosslessUID] = new JpegLsEncoder(isLossless: false),
        [DicomTransferSyntax.RLELosslessUID] = new RleEncoder(),
        [DicomTransferSyntax.JPEG2000LosslessUID] = new Jpeg2000Encoder { Name = "JPEG 2000 Lossless", IsLossless = true },
        [DicomTransferSyntax.JPEG2000UID] = new Jpeg2000Encoder { Name = "JPEG 2000" },
        [DicomTransferSyntax.HTJ2KLosslessUID] = new Jpeg2000Encoder { Name = "HTJ2K Lossless", IsLossless = true, IsHighThroughput = true },
        [DicomTransferSyntax.HTJ2KLosslessRPCLUID] = new Jpeg2000Encoder { Name = "HTJ2K Lossless RPCL", IsLossless = true, IsHighThroughput = true, IsByResolution = true },
        [DicomTransferSyntax.HTJ2KUID] = new Jpeg2000Encoder { Name = "HTJ2K", IsHighThroughput = true },
        [DicomTransferSyntax.DeflatedImageFrameCompressionUID] = new DeflatedFrameEncoder(),
    };

    /// <summary>The unique identifiers of the transfer syntaxes that have an encoder.</summary>
    public static IReadOnlyCollection<string> TransferSyntaxes => Encoders.Keys;

    /// <summary>Finds the encoder; null if frames are not encoded for this transfer syntax, as for native ones.</summary>
    public static IFrameEncoder? Find(DicomTransferSyntax syntax) => Encoders.TryGetValue(syntax.UID, out IFrameEncoder? encoder) ? encoder : null;
}
