using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Codecs.Deflate;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;
using PSDicom.Data;

namespace PSDicom.Codecs;

/// <summary>Finds the decoder of a compressed frame.</summary>
internal static class CodecRegistry
{
    private const string Video = "Video";

    private static readonly RleDecoder Rle = new();
    private static readonly JpegDecoder Jpeg = new();
    private static readonly JpegLsDecoder JpegLs = new();
    private static readonly Jpeg2000Decoder Jpeg2000 = new();

    // The keys are values of the column codec of transfer-syntaxes.tsv.
    private static readonly Dictionary<string, IFrameDecoder> Decoders = new()
    {
        ["RLE"] = Rle,
        ["JPEG"] = Jpeg,
        ["JPEG-LS"] = JpegLs,
        ["JPEG 2000"] = Jpeg2000,
        ["Deflate"] = new DeflateDecoder(),
    };

    /// <summary>
    /// Finds the decoder by the frame's first bytes, as some files declare a wrong transfer syntax; otherwise by the transfer syntax.
    /// </summary>
    /// <exception cref="DicomException">There is no decoder (<see cref="DicomErrorReason.UnsupportedTransferSyntax"/>).</exception>
    public static IFrameDecoder Find(DicomTransferSyntax syntax, ReadOnlySpan<byte> frame)
    {
        if (IsVideo(syntax))
        {
            throw Unsupported(
                $"The pixel data are video ({NameOf(syntax)}). Frames of video are not decoded, "
                + "and the video stream cannot be extracted.");
        }

        IFrameDecoder? declared = null;
        if (syntax.Codec is { } codec) Decoders.TryGetValue(codec, out declared);
        return FindBySignature(frame) ?? declared
            ?? throw Unsupported(IsRegistered(syntax)
                ? $"Frames of the transfer syntax {syntax.Name} ({syntax.UID}) are not supported."
                : $"The transfer syntax {NameOf(syntax)} is unknown: its frames cannot be decoded.");
    }

    /// <summary>The name of a decoder: a value of the column codec of transfer-syntaxes.tsv.</summary>
    public static string NameOf(IFrameDecoder decoder) => Decoders.First(named => named.Value == decoder).Key;

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
