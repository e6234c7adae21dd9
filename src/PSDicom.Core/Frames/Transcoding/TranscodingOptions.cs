using PSDicom.Codecs;
using PSDicom.Frames.Blacking;

namespace PSDicom.Frames.Transcoding;

/// <summary>What files are converted to.</summary>
internal sealed record TranscodingOptions
{
    /// <summary>The transfer syntax.</summary>
    public required DicomTransferSyntax Target { get; init; }

    /// <summary>The choices of the encoder.</summary>
    public FrameEncodingOptions Encoding { get; init; } = FrameEncodingOptions.Default;

    /// <summary>Whether images that were compressed with loss may lose more.</summary>
    public bool AllowsRepeatedLoss { get; init; }

    /// <summary>The pixels that become black, so that all frames are decoded; null for none.</summary>
    public BlackArea? Black { get; init; }

    /// <summary>Whether images may lose something.</summary>
    public bool MayLose => Target.IsLossy && !(Target.UID == DicomTransferSyntax.JPEGLSNearLosslessUID && Encoding.NearLossless == 0);
}
