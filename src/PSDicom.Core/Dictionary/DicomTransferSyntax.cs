using System;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>A transfer syntax: the encoding of a data set and its pixel data (PS3.5 chapter 10 and annex A).</summary>
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

    /// <summary>The name in the standard.</summary>
    public string Name => Registered.Name;

    /// <summary>The keyword, a name without spaces.</summary>
    public string Keyword => Registered.Keyword;

    /// <summary>Whether elements contain their value representation.</summary>
    public bool IsExplicitVR { get; }

    /// <summary>Whether numbers begin with their most significant byte.</summary>
    public bool IsBigEndian { get; }

    /// <summary>
    /// Whether the words of pixel data begin with their most significant byte: in a big endian data set, and in GE's private
    /// 1.2.840.113619.5.2, where everything else is little endian.
    /// </summary>
    public bool IsBigEndianPixelData { get; }

    /// <summary>Whether the data set is deflated as a whole.</summary>
    public bool IsDeflated { get; }

    /// <summary>Whether pixel data is a sequence of fragments (PS3.5 section A.4).</summary>
    public bool IsEncapsulated { get; }

    /// <summary>Whether pixel data may have been compressed with loss.</summary>
    public bool IsLossy { get; }

    /// <summary>The name of the codec in <c>CodecRegistry</c>; null if there is none.</summary>
    internal string? Codec { get; init; }

    /// <summary>Whether all frames are one stream: video, JPEG 2000 with frames as components.</summary>
    internal bool IsCombined { get; init; }

    /// <summary>Whether the standard has withdrawn it.</summary>
    public bool IsRetired => Registered.IsRetired;

    // The name of an unregistered one is its identifier.
    private DicomUID Registered => DicomUID.TryGet(UID, out DicomUID? uid) ? uid : new DicomUID(UID, string.Empty, UID, "Transfer Syntax", false);

    /// <summary>Finds a transfer syntax; a trailing zero byte or space, as for padding, is ignored.</summary>
    /// <returns>The transfer syntax; null if it is neither the standard's nor GE's private 1.2.840.113619.5.2.</returns>
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
    /// Whether it is the same transfer syntax, or text that is its unique identifier, keyword or name, without regard to case. PowerShell's -eq
    /// uses it.
    /// </summary>
    public override bool Equals(object? obj) => obj is string text ? Registered.IsCalled(text) : obj is DicomTransferSyntax other && other.UID == UID;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(UID);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
