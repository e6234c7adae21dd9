using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;
using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Codecs;

/// <summary>Which decoder a compressed frame needs.</summary>
internal static class DecoderRegistry
{
    private const string VideoPrefix = "1.2.840.10008.1.2.4.10";

    private static readonly RleDecoder Rle = new();
    private static readonly JpegDecoder Jpeg = new();
    private static readonly JpegLsDecoder JpegLs = new();
    private static readonly Jpeg2000Decoder Jpeg2000 = new();

    private static readonly Dictionary<string, IFrameDecoder> Decoders = new()
    {
        ["1.2.840.10008.1.2.4.50"] = Jpeg,
        ["1.2.840.10008.1.2.4.51"] = Jpeg,
        ["1.2.840.10008.1.2.4.52"] = Jpeg,
        ["1.2.840.10008.1.2.4.53"] = Jpeg,
        ["1.2.840.10008.1.2.4.54"] = Jpeg,
        ["1.2.840.10008.1.2.4.55"] = Jpeg,
        ["1.2.840.10008.1.2.4.57"] = Jpeg,
        ["1.2.840.10008.1.2.4.70"] = Jpeg,
        ["1.2.840.10008.1.2.4.80"] = JpegLs,
        ["1.2.840.10008.1.2.4.81"] = JpegLs,
        ["1.2.840.10008.1.2.4.90"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.91"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.92"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.93"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.201"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.202"] = Jpeg2000,
        ["1.2.840.10008.1.2.4.203"] = Jpeg2000,
        ["1.2.840.10008.1.2.5"] = Rle,
    };

    /// <summary>
    /// Finds the decoder: the one that the frame's first bytes tell, as some files name another transfer syntax, or else the one that the
    /// transfer syntax tells.
    /// </summary>
    /// <exception cref="DicomException">There is none (<see cref="DicomErrorReason.UnsupportedTransferSyntax"/>).</exception>
    public static IFrameDecoder Find(DicomTransferSyntax syntax, ReadOnlySpan<byte> frame)
    {
        if (IsVideo(syntax))
        {
            throw Unsupported(
                $"The pixel data are video ({NameOf(syntax)}), whose frames are not decoded; "
                + "extracting the video stream is not there yet either.");
        }

        Decoders.TryGetValue(syntax.UID, out IFrameDecoder? declared);
        return FindBySignature(frame) ?? declared
            ?? throw Unsupported(IsRegistered(syntax)
                ? $"Frames of transfer syntax {syntax.Name} ({syntax.UID}) are not decoded."
                : $"The transfer syntax is {NameOf(syntax)}, which is not known: its frames are not decoded.");
    }

    private static bool IsRegistered(DicomTransferSyntax syntax) => DicomUID.TryGet(syntax.UID, out _);

    private static string NameOf(DicomTransferSyntax syntax) => IsRegistered(syntax) ? syntax.Name : QuotedText.Of(DicomVR.UI, syntax.UID);

    /// <summary>Whether all frames are one stream of video: the identifiers end in 100 to 108.</summary>
    public static bool IsVideo(DicomTransferSyntax syntax) =>
        syntax.UID.StartsWith(VideoPrefix, StringComparison.Ordinal) && syntax.UID.Length > VideoPrefix.Length;

    private static IFrameDecoder? FindBySignature(ReadOnlySpan<byte> frame) =>
        CodestreamStart.Find(frame.Slice(0, Math.Min(frame.Length, CodestreamStart.Length))) switch
        {
            CodestreamKind.Jpeg => JpegFamily.IsJpegLs(frame) ? JpegLs : Jpeg,
            CodestreamKind.Jpeg2000 or CodestreamKind.Jp2 => Jpeg2000,
            CodestreamKind.Rle => Rle,
            _ => null,
        };

    private static DicomException Unsupported(string detail) =>
        new(DicomErrorReason.UnsupportedTransferSyntax, detail, tagPath: "PixelData");
}
