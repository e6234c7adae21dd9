using System;
using System.Text;

namespace PSDicom.Query;

/// <summary>A set of tags with some digits in common: <c>(60xx,3000)</c>, <c>(0029,xx10)</c>.</summary>
internal readonly struct TagMask
{
    private const uint LowestGroupBit = 0x0001_0000;
    private const uint Block = 0x0000_FF00;
    private const uint ElementInBlock = 0x0000_00FF;

    private readonly uint _digits;
    private readonly uint _mask;

    /// <summary>Makes a mask.</summary>
    /// <param name="value">The fixed digits, zero elsewhere.</param>
    /// <param name="digits">An F for each fixed digit.</param>
    public TagMask(uint value, uint digits)
    {
        Value = value;
        _digits = digits;

        // Repeating groups are even: the odd ones between them are private (PS3.5 section 7.6).
        _mask = digits == 0 ? 0 : digits | LowestGroupBit;
    }

    /// <summary>All tags.</summary>
    public static TagMask All => default;

    /// <summary>One tag.</summary>
    public static TagMask Of(DicomTag tag) => new(tag.Value, uint.MaxValue);

    /// <summary>The tag, with zero for each open digit.</summary>
    public uint Value { get; }

    /// <summary>Whether it is a single tag.</summary>
    public bool IsExact => _mask == uint.MaxValue;

    /// <summary>The highest of the tags.</summary>
    public uint Last => Value | ~_mask;

    /// <summary>Whether it can contain elements of private blocks.</summary>
    public bool HasPrivate => (Value & LowestGroupBit) != 0 && (Last & Block) != 0;

    /// <summary>The private creators of the tags (PS3.5 section 7.8.1).</summary>
    public TagMask Creators => (_digits & Block) == Block
        ? Of(new DicomTag(Value).PrivateCreatorTag)
        : new TagMask(Value & 0xFFFF_0000, 0xFFFF_FF00);

    /// <summary>Whether it contains a tag. An open block does not contain private creators.</summary>
    public bool Contains(DicomTag tag) => (tag.Value & _mask) == Value && !(HasOpenBlock && tag.IsPrivateCreator);

    /// <summary>Whether it contains all tags of another mask.</summary>
    public bool Covers(TagMask other) => other.IsExact
        ? Contains(new DicomTag(other.Value))
        : (other._mask & _mask) == _mask && (other.Value & _mask) == Value && (!HasOpenBlock || other.HasOpenBlock);

    private bool HasOpenBlock => (_digits & Block) == 0 && (_digits & ElementInBlock) == ElementInBlock;

    /// <summary>Reads <c>(gggg,eeee)</c>, <c>gggg,eeee</c> or <c>ggggeeee</c>, in hexadecimal, with <c>x</c> for an open digit.</summary>
    public static bool TryParse(string text, out TagMask mask)
    {
        mask = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.Length == 11 && rest[0] == '(' && rest[10] == ')') rest = rest.Slice(1, 9);
        bool hasComma = rest.Length == 9 && rest[4] == ',';
        if (rest.Length != 8 && !hasComma) return false;

        uint value = 0, digits = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            if (hasComma && i == 4) continue;
            int digit = Digit(rest[i]);
            if (digit < 0 && rest[i] is not ('x' or 'X')) return false;
            value = (value << 4) | (uint)Math.Max(0, digit);
            digits = (digits << 4) | (digit < 0 ? 0u : 0xF);
        }

        mask = new TagMask(value, digits);
        return digits != 0;
    }

    /// <summary>The tag as the standard writes it, with <c>x</c> for an open digit.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(new DicomTag(Value).ToString());
        for (int i = 0; i < 8; i++)
        {
            if (((_digits >> (28 - (4 * i))) & 0xF) == 0) text[i < 4 ? i + 1 : i + 2] = 'x';
        }

        return text.ToString();
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        >= 'a' and <= 'f' => character - 'a' + 10,
        _ => -1,
    };
}
