using System;
using PSDicom.Codecs;
using PSDicom.Frames.Transcoding;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Operations.Conversion;

/// <summary>Options for converting files to another transfer syntax.</summary>
public sealed record FileConversionOptions
{
    /// <summary>The transfer syntax to convert to, one of <see cref="WritableSyntaxes"/>.</summary>
    public required DicomTransferSyntax TransferSyntax { get; init; }

    /// <summary>Where the files are written, and what may be replaced.</summary>
    public FileRewriteOptions Files { get; init; } = new();

    /// <summary>The quality of lossy JPEG and JPEG 2000, 1 to 100; null for the default.</summary>
    public int? Quality { get; init; }

    /// <summary>The most that a sample may change in near-lossless JPEG-LS; null for the default.</summary>
    public int? NearLossless { get; init; }

    /// <summary>How many times smaller than the samples lossy JPEG 2000 makes frames; null for <see cref="Quality"/>.</summary>
    public double? Ratio { get; init; }

    /// <summary>Whether images that were compressed with loss before may lose more.</summary>
    public bool AllowsRepeatedLoss { get; init; }

    /// <summary>Whether files that would not become smaller stay as they are.</summary>
    public bool OnlyIfSmaller { get; init; }

    /// <summary>Whether files keep the name of the implementation that wrote them, in their file meta information.</summary>
    public bool KeepsImplementation { get; init; }

    /// <summary>Whether the transfer syntax may lose something.</summary>
    public bool IsLossy => Transcoding.MayLose;

    internal TranscodingOptions Transcoding => new()
    {
        Target = TransferSyntax,
        AllowsRepeatedLoss = AllowsRepeatedLoss,
        Encoding = new FrameEncodingOptions
        {
            Quality = Quality ?? FrameEncodingOptions.Default.Quality,
            NearLossless = NearLossless ?? FrameEncodingOptions.Default.NearLossless,
            Ratio = Ratio,
        },
    };

    /// <summary>Checks that the options do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public void Validate()
    {
        Files.Validate();
        if (!WritableSyntaxes.Contains(TransferSyntax)) throw new ArgumentException($"Files of the transfer syntax {TransferSyntax.Name} cannot be written.");
        bool isJpegLs = TransferSyntax.UID == DicomTransferSyntax.JPEGLSNearLosslessUID;
        bool isWavelet = TransferSyntax.UID is DicomTransferSyntax.JPEG2000UID or DicomTransferSyntax.HTJ2KUID;
        if (NearLossless is not null && !isJpegLs) throw new ArgumentException("Near lossless (the most that a sample may change) is for JPEG-LS Near-Lossless only.");
        if (Ratio is not null && !isWavelet) throw new ArgumentException("The ratio is for lossy JPEG 2000 and HTJ2K only.");
        if (Quality is not null && (isJpegLs || !TransferSyntax.IsLossy)) throw new ArgumentException("The quality is for lossy JPEG, JPEG 2000 and HTJ2K only.");
        if (Quality is < 1 or > 100) throw new ArgumentException("The quality is a number from 1 to 100.");
        if (NearLossless is < 0 or > 255) throw new ArgumentException("Near lossless (the most that a sample may change) is a number from 0 to 255.");
        if (Ratio is < 1 or double.NaN) throw new ArgumentException("The ratio is a number of at least 1.");
        if (Ratio is not null && Quality is not null) throw new ArgumentException("The ratio and the quality say the same in two ways: use only one of them.");
    }
}
