using System;
using System.Globalization;

namespace PSDicom;

/// <summary>The identity of a data element: group and element number (PS3.5 section 7.1).</summary>
public readonly partial struct DicomTag : IEquatable<DicomTag>, IComparable<DicomTag>, IComparable
{
    /// <summary>Makes a tag from its two numbers.</summary>
    public DicomTag(ushort group, ushort element)
        : this(((uint)group << 16) | element)
    {
    }

    /// <summary>Makes a tag from one number, the group in the upper 16 bits.</summary>
    public DicomTag(uint value) => Value = value;

    /// <summary>Group and element as one number, the group in the upper 16 bits; tags sort by it.</summary>
    public uint Value { get; }

    /// <summary>The group number.</summary>
    public ushort Group => (ushort)(Value >> 16);

    /// <summary>The element number.</summary>
    public ushort Element => (ushort)Value;

    /// <summary>Whether the group is odd, so that the meaning depends on a private creator (PS3.5 section 7.8).</summary>
    public bool IsPrivate => (Value & 0x0001_0000) != 0;

    /// <summary>Whether this is the element (gggg,0010-00FF) that reserves a private block (PS3.5 section 7.8.1).</summary>
    public bool IsPrivateCreator => IsPrivate && Element is >= 0x0010 and <= 0x00FF;

    /// <summary>Whether this is a group length (gggg,0000) (PS3.5 section 7.2).</summary>
    public bool IsGroupLength => Element == 0;

    /// <summary>Whether this is Pixel Data, Float Pixel Data or Double Float Pixel Data (PS3.3 section C.7.6.3.1.4).</summary>
    internal bool IsPixelData => this >= FloatPixelData && this <= PixelData;

    /// <summary>The tag (gggg,00bb) of the private creator whose block this private tag (gggg,bbxx) lies in.</summary>
    internal DicomTag PrivateCreatorTag => new((Value & 0xFFFF_0000) | ((Value >> 8) & 0xFF));

    /// <summary>Reads <c>(gggg,eeee)</c>, <c>gggg,eeee</c> or <c>ggggeeee</c>, in hexadecimal.</summary>
    public static bool TryParse(string? text, out DicomTag tag)
    {
        tag = default;
        if (text is null) return false;
        string digits = text.Trim();
        if (digits.Length == 11 && digits[0] == '(' && digits[10] == ')') digits = digits.Substring(1, 9);
        if (digits.Length == 9 && digits[4] == ',') digits = digits.Remove(4, 1);
        if (digits.Length != 8 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            return false;
        tag = new DicomTag(value);
        return true;
    }

    /// <summary>Reads a tag as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is not a tag.</exception>
    public static DicomTag Parse(string text) => TryParse(text, out DicomTag tag)
        ? tag
        : throw new FormatException($"'{text}' is not a tag: write it as (gggg,eeee), gggg,eeee or ggggeeee, in hexadecimal.");

    /// <inheritdoc/>
    public int CompareTo(DicomTag other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is DicomTag other ? CompareTo(other) : 1;

    /// <inheritdoc/>
    public bool Equals(DicomTag other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DicomTag other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Value;

    /// <summary>The tag as the standard writes it: <c>(0010,0020)</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "({0:X4},{1:X4})", Group, Element);

#pragma warning disable CS1591 // operators
    public static bool operator ==(DicomTag left, DicomTag right) => left.Value == right.Value;
    public static bool operator !=(DicomTag left, DicomTag right) => left.Value != right.Value;
    public static bool operator <(DicomTag left, DicomTag right) => left.Value < right.Value;
    public static bool operator >(DicomTag left, DicomTag right) => left.Value > right.Value;
    public static bool operator <=(DicomTag left, DicomTag right) => left.Value <= right.Value;
    public static bool operator >=(DicomTag left, DicomTag right) => left.Value >= right.Value;
#pragma warning restore CS1591
}
