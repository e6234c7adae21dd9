using System;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>How a data set is written as bytes (PS3.5 chapter 10 and annex A).</summary>
public sealed partial class DicomTransferSyntax
{
    private static readonly char[] Padding = [' ', '\0'];

    internal DicomTransferSyntax(
        string uid,
        bool isExplicitVR = false,
        bool isBigEndian = false,
        bool isBigEndianPixelData = false,
        bool isDeflated = false,
        bool isEncapsulated = false,
        bool isLossy = false)
    {
        UID = uid;
        IsExplicitVR = isExplicitVR;
        IsBigEndian = isBigEndian;
        IsBigEndianPixelData = isBigEndianPixelData;
        IsDeflated = isDeflated;
        IsEncapsulated = isEncapsulated;
        IsLossy = isLossy;
    }

    /// <summary>The unique identifier.</summary>
    public string UID { get; }

    /// <summary>The name for people.</summary>
    public string Name => Registered.Name;

    /// <summary>The name without spaces that programs use.</summary>
    public string Keyword => Registered.Keyword;

    /// <summary>Whether every element says its value representation.</summary>
    public bool IsExplicitVR { get; }

    /// <summary>Whether numbers begin with their most significant byte.</summary>
    public bool IsBigEndian { get; }

    /// <summary>
    /// Whether the words of pixel data begin with their most significant byte: of a big endian data set, and of GE's private
    /// 1.2.840.113619.5.2, where all else is little endian.
    /// </summary>
    public bool IsBigEndianPixelData { get; }

    /// <summary>Whether all that follows the file meta information is compressed as one.</summary>
    public bool IsDeflated { get; }

    /// <summary>Whether pixel data is a sequence of fragments (PS3.5 section A.4).</summary>
    public bool IsEncapsulated { get; }

    /// <summary>Whether pixel data may have been compressed with loss.</summary>
    public bool IsLossy { get; }

    /// <summary>The codec of the frames, by the name that <c>CodecRegistry</c> has for it; null if there is none.</summary>
    internal string? Codec { get; init; }

    /// <summary>Whether all frames are one stream: video, JPEG 2000 with frames as components.</summary>
    internal bool IsCombined { get; init; }

    /// <summary>Whether the standard has withdrawn it.</summary>
    public bool IsRetired => Registered.IsRetired;

    // One that nobody has registered goes by its identifier.
    private DicomUID Registered => DicomUID.TryGet(UID, out DicomUID? uid) ? uid : new DicomUID(UID, string.Empty, UID, "Transfer Syntax", false);

    /// <summary>Finds a transfer syntax; a trailing zero byte or space, as files pad with, is ignored.</summary>
    /// <returns>Null if the identifier is none of the standard's, nor GE's private 1.2.840.113619.5.2.</returns>
    public static DicomTransferSyntax? Find(string? uid) => uid?.Trim(Padding) switch
    {
        null => null,
        ExplicitVRLittleEndianUID => ExplicitVRLittleEndian,
        ImplicitVRLittleEndianUID => ImplicitVRLittleEndian,
        DeflatedExplicitVRLittleEndianUID => DeflatedExplicitVRLittleEndian,
        ExplicitVRBigEndianUID => ExplicitVRBigEndian,
        string other => TransferSyntaxTable.Instance.Find(other),
    };

    /// <summary>
    /// Whether it is the same transfer syntax, or the text is its unique identifier, its keyword or its name, without regard to case: what
    /// PowerShell's -eq asks, to which people give any of these.
    /// </summary>
    public override bool Equals(object? obj) => obj is string text ? Registered.IsCalled(text) : obj is DicomTransferSyntax other && other.UID == UID;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(UID);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
