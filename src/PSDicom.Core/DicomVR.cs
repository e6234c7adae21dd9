using System.Collections.Generic;

namespace PSDicom;

/// <summary>A value representation: the data type of a value (PS3.5 section 6.2).</summary>
public sealed class DicomVR
{
    private static readonly DicomVR?[] ByLetters = new DicomVR?[26 * 26];
    private static readonly List<DicomVR> AllValues = [];

#pragma warning disable CS1591 // the names are the standard's
    public static readonly DicomVR AE = new("AE", "Application Entity", DicomVRKind.Text, maximumLength: 16);
    public static readonly DicomVR AS = new("AS", "Age String", DicomVRKind.Text, maximumLength: 4);
    public static readonly DicomVR AT = new("AT", "Attribute Tag", DicomVRKind.Number, unitSize: 4);
    public static readonly DicomVR CS = new("CS", "Code String", DicomVRKind.Text, maximumLength: 16);
    public static readonly DicomVR DA = new("DA", "Date", DicomVRKind.Text, maximumLength: 8);
    public static readonly DicomVR DS = new("DS", "Decimal String", DicomVRKind.Text, maximumLength: 16);
    public static readonly DicomVR DT = new("DT", "Date Time", DicomVRKind.Text, maximumLength: 26);
    public static readonly DicomVR FD = new("FD", "Floating Point Double", DicomVRKind.Number, unitSize: 8);
    public static readonly DicomVR FL = new("FL", "Floating Point Single", DicomVRKind.Number, unitSize: 4);
    public static readonly DicomVR IS = new("IS", "Integer String", DicomVRKind.Text, maximumLength: 12);
    public static readonly DicomVR LO = new("LO", "Long String", DicomVRKind.Text, maximumLength: 64, usesCharacterSet: true);
    public static readonly DicomVR LT = new("LT", "Long Text", DicomVRKind.Text, maximumLength: 10240, usesCharacterSet: true, isMultiValued: false);
    public static readonly DicomVR OB = new("OB", "Other Byte", DicomVRKind.Binary, longLength: true);
    public static readonly DicomVR OD = new("OD", "Other Double", DicomVRKind.Binary, unitSize: 8, longLength: true);
    public static readonly DicomVR OF = new("OF", "Other Float", DicomVRKind.Binary, unitSize: 4, longLength: true);
    public static readonly DicomVR OL = new("OL", "Other Long", DicomVRKind.Binary, unitSize: 4, longLength: true);
    public static readonly DicomVR OV = new("OV", "Other 64-bit Very Long", DicomVRKind.Binary, unitSize: 8, longLength: true);
    public static readonly DicomVR OW = new("OW", "Other Word", DicomVRKind.Binary, unitSize: 2, longLength: true);
    public static readonly DicomVR PN = new("PN", "Person Name", DicomVRKind.Text, maximumLength: 64, usesCharacterSet: true);
    public static readonly DicomVR SH = new("SH", "Short String", DicomVRKind.Text, maximumLength: 16, usesCharacterSet: true);
    public static readonly DicomVR SL = new("SL", "Signed Long", DicomVRKind.Number, unitSize: 4);
    public static readonly DicomVR SQ = new("SQ", "Sequence of Items", DicomVRKind.Sequence, longLength: true);
    public static readonly DicomVR SS = new("SS", "Signed Short", DicomVRKind.Number, unitSize: 2);
    public static readonly DicomVR ST = new("ST", "Short Text", DicomVRKind.Text, maximumLength: 1024, usesCharacterSet: true, isMultiValued: false);
    public static readonly DicomVR SV = new("SV", "Signed 64-bit Very Long", DicomVRKind.Number, unitSize: 8, longLength: true);
    public static readonly DicomVR TM = new("TM", "Time", DicomVRKind.Text, maximumLength: 14);
    public static readonly DicomVR UC = new("UC", "Unlimited Characters", DicomVRKind.Text, usesCharacterSet: true, longLength: true);
    public static readonly DicomVR UI = new("UI", "Unique Identifier", DicomVRKind.Text, maximumLength: 64, padding: 0);
    public static readonly DicomVR UL = new("UL", "Unsigned Long", DicomVRKind.Number, unitSize: 4);
    public static readonly DicomVR UN = new("UN", "Unknown", DicomVRKind.Binary, longLength: true);
    public static readonly DicomVR UR = new("UR", "Universal Resource Identifier", DicomVRKind.Text, longLength: true, isMultiValued: false);
    public static readonly DicomVR US = new("US", "Unsigned Short", DicomVRKind.Number, unitSize: 2);
    public static readonly DicomVR UT = new("UT", "Unlimited Text", DicomVRKind.Text, usesCharacterSet: true, longLength: true, isMultiValued: false);
    public static readonly DicomVR UV = new("UV", "Unsigned 64-bit Very Long", DicomVRKind.Number, unitSize: 8, longLength: true);
#pragma warning restore CS1591

    private DicomVR(
        string code,
        string name,
        DicomVRKind kind,
        int unitSize = 1,
        int maximumLength = 0,
        bool usesCharacterSet = false,
        bool longLength = false,
        bool isMultiValued = true,
        byte? padding = null)
    {
        Code = code;
        Name = name;
        Kind = kind;
        UnitSize = unitSize;
        MaximumLength = maximumLength;
        UsesCharacterSet = usesCharacterSet;
        HasLongLength = longLength;
        IsMultiValued = isMultiValued && kind is DicomVRKind.Text or DicomVRKind.Number;
        Padding = padding ?? (kind == DicomVRKind.Text ? (byte)' ' : (byte)0);
        ByLetters[Index((byte)code[0], (byte)code[1])] = this;
        AllValues.Add(this);
    }

    /// <summary>Every value representation of the standard, by name.</summary>
    public static IReadOnlyList<DicomVR> All => AllValues;

    /// <summary>The two letters.</summary>
    public string Code { get; }

    /// <summary>The name in the standard.</summary>
    public string Name { get; }

    /// <summary>Whether the value is text, numbers, bytes or items.</summary>
    public DicomVRKind Kind { get; }

    /// <summary>Bytes of one value of a number, or of the unit that byte order applies to; 1 for text.</summary>
    public int UnitSize { get; }

    /// <summary>The most characters one value may have (a component group, of PN); 0 where the standard sets no limit.</summary>
    public int MaximumLength { get; }

    /// <summary>Whether Specific Character Set applies (PS3.5 section 6.1.2.3).</summary>
    public bool UsesCharacterSet { get; }

    /// <summary>Whether the explicit encoding has two reserved bytes and a 32-bit length (PS3.5 section 7.1.2).</summary>
    public bool HasLongLength { get; }

    /// <summary>Whether there can be several values; in text, backslashes separate them.</summary>
    public bool IsMultiValued { get; }

    /// <summary>The byte that makes the length even.</summary>
    public byte Padding { get; }

    /// <summary>Finds a value representation by its two letters.</summary>
    /// <returns>The value representation, or null if the standard does not define it.</returns>
    public static DicomVR? Find(byte first, byte second) =>
        first is >= (byte)'A' and <= (byte)'Z' && second is >= (byte)'A' and <= (byte)'Z' ? ByLetters[Index(first, second)] : null;

    /// <summary>Finds a value representation by its two letters.</summary>
    /// <returns>The value representation, or null if the standard does not define it.</returns>
    public static DicomVR? Find(string? code) =>
        code is { Length: 2 } && code[0] <= 'Z' && code[1] <= 'Z' ? Find((byte)code[0], (byte)code[1]) : null;

    /// <summary>The two letters.</summary>
    public override string ToString() => Code;

    private static int Index(byte first, byte second) => ((first - 'A') * 26) + second - 'A';
}
