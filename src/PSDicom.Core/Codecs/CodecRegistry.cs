using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;
using PSDicom.Data;

namespace PSDicom.Codecs;

/// <summary>Which decoder a compressed frame needs.</summary>
internal static class CodecRegistry
{
    private const string Video = "Video";

    private static readonly RleDecoder Rle = new();
    private static readonly JpegDecoder Jpeg = new();
    private static readonly JpegLsDecoder JpegLs = new();
    private static readonly Jpeg2000Decoder Jpeg2000 = new();

    // By the names of the column codec of transfer-syntaxes.tsv.
    private static readonly Dictionary<string, IFrameDecoder> Decoders = new()
    {
        ["RLE"] = Rle,
        ["JPEG"] = Jpeg,
        ["JPEG-LS"] = JpegLs,
        ["JPEG 2000"] = Jpeg2000,
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

        IFrameDecoder? declared = null;
        if (syntax.Codec is { } codec) Decoders.TryGetValue(codec, out declared);
        return FindBySignature(frame) ?? declared
            ?? throw Unsupported(IsRegistered(syntax)
                ? $"Frames of transfer syntax {syntax.Name} ({syntax.UID}) are not decoded."
                : $"The transfer syntax is {NameOf(syntax)}, which is not known: its frames are not decoded.");
    }

    /// <summary>Whether all frames are one stream of video.</summary>
    public static bool IsVideo(DicomTransferSyntax syntax) => syntax.Codec == Video;

    private static bool IsRegistered(DicomTransferSyntax syntax) => DicomUID.TryGet(syntax.UID, out _);

    private static string NameOf(DicomTransferSyntax syntax) => IsRegistered(syntax) ? syntax.Name : QuotedText.Of(DicomVR.UI, syntax.UID);

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
