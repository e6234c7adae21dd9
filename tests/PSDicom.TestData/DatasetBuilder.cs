using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PSDicom.Core.Tests;

/// <summary>
/// Writes data sets for tests, element by element in the given order, exactly as requested, even if they do not conform.
/// <c>new DatasetBuilder().With(0x00100010, "PN", "Doe^Jane").ToFile()</c>.
/// </summary>
internal sealed class DatasetBuilder(bool isExplicit = true, bool isBigEndian = false)
{
    public const string ImplicitLittleEndian = "1.2.840.10008.1.2";
    public const string ExplicitLittleEndian = "1.2.840.10008.1.2.1";
    public const string DeflatedLittleEndian = "1.2.840.10008.1.2.1.99";
    public const string ExplicitBigEndian = "1.2.840.10008.1.2.2";
    public const string JpegBaseline = "1.2.840.10008.1.2.4.50";

    private const uint UndefinedLength = 0xFFFF_FFFF;
    private static readonly uint[] Delimiters = [0xFFFE_E00D, 0xFFFE_E0DD];

    private readonly List<byte> _bytes = [];

    public static DatasetBuilder Implicit() => new(isExplicit: false);

    public static DatasetBuilder BigEndian() => new(isBigEndian: true);

    /// <summary>The bytes so far.</summary>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>An element with text, padded to an even length.</summary>
    public DatasetBuilder With(uint tag, string vr, string text) => WithValue(tag, vr, Encoding.Latin1.GetBytes(text));

    /// <summary>An element with numbers, in this data set's byte order.</summary>
    public DatasetBuilder With(uint tag, string vr, params double[] numbers) =>
        WithValue(tag, vr, [.. numbers.SelectMany(number => Number(vr, number))]);

    /// <summary>An element with these bytes, padded to an even length.</summary>
    public DatasetBuilder WithValue(uint tag, string vr, params byte[] value)
    {
        if (value.Length % 2 == 1) value = [.. value, DicomVR.Find(vr)?.Padding ?? 0];
        return WithHeader(tag, vr, (uint)value.Length).WithBytes(value);
    }

    /// <summary>An element without a value.</summary>
    public DatasetBuilder WithEmpty(uint tag, string vr) => WithValue(tag, vr);

    /// <summary>A sequence; each item is written in its own builder's encoding.</summary>
    public DatasetBuilder WithSequence(uint tag, params DatasetBuilder[] items)
    {
        byte[] content = [.. items.SelectMany(item => Item((uint)item._bytes.Count, item.ToBytes()))];
        return WithHeader(tag, "SQ", (uint)content.Length).WithBytes(content);
    }

    /// <summary>A sequence and items of undefined length, each ended by its delimiter.</summary>
    public DatasetBuilder WithUndefinedLengthSequence(uint tag, params DatasetBuilder[] items) =>
        WithUndefinedLength(tag, "SQ", items);

    /// <summary>The same with any value representation.</summary>
    public DatasetBuilder WithUndefinedLength(uint tag, string vr, params DatasetBuilder[] items)
    {
        WithHeader(tag, vr, UndefinedLength);
        foreach (DatasetBuilder item in items) WithBytes(Item(UndefinedLength, item.ToBytes())).WithDelimiter(0);
        return WithDelimiter(1);
    }

    /// <summary>An encapsulated value; the first fragment is the basic offset table.</summary>
    public DatasetBuilder WithFragments(uint tag, params byte[][] fragments)
    {
        WithHeader(tag, "OB", UndefinedLength);
        foreach (byte[] fragment in fragments) WithBytes(Item((uint)fragment.Length, fragment));
        return WithDelimiter(1);
    }

    /// <summary>An element's header alone, with whatever two letters and length.</summary>
    public DatasetBuilder WithHeader(uint tag, string vr, uint length)
    {
        WithTag(tag);
        if (!isExplicit) return WithUInt32(length);
        WithBytes(Encoding.ASCII.GetBytes(vr));
        return DicomVR.Find(vr)?.HasLongLength == true ? WithUInt16(0).WithUInt32(length) : WithUInt16((ushort)length);
    }

    /// <summary>An item's header alone.</summary>
    public DatasetBuilder WithItemHeader(uint length) => WithTag(0xFFFE_E000).WithUInt32(length);

    /// <summary>An item delimiter, with a length that should be 0.</summary>
    public DatasetBuilder WithItemDelimiter(uint length = 0) => WithTag(Delimiters[0]).WithUInt32(length);

    /// <summary>A sequence delimiter, with a length that should be 0.</summary>
    public DatasetBuilder WithSequenceDelimiter(uint length = 0) => WithTag(Delimiters[1]).WithUInt32(length);

    public DatasetBuilder WithBytes(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>The data set as a file with preamble and file meta information (PS3.10 section 7.1).</summary>
    public byte[] ToFile(string? transferSyntax = null)
    {
        transferSyntax ??= isBigEndian ? ExplicitBigEndian : isExplicit ? ExplicitLittleEndian : ImplicitLittleEndian;
        byte[] dataset = transferSyntax == DeflatedLittleEndian ? Deflate(ToBytes()) : ToBytes();
        return [.. Preamble(), .. Meta(transferSyntax), .. dataset];
    }

    /// <summary>A preamble and the prefix.</summary>
    public static byte[] Preamble() => [.. new byte[128], .. "DICM"u8];

    /// <summary>File meta information with a group length, right or as given.</summary>
    public static byte[] Meta(string transferSyntax, uint? groupLength = null)
    {
        byte[] elements = new DatasetBuilder()
            .WithValue(0x0002_0001, "OB", 0, 1)
            .With(0x0002_0002, "UI", "1.2.840.10008.5.1.4.1.1.7")
            .With(0x0002_0003, "UI", "1.2.3.4")
            .With(0x0002_0010, "UI", transferSyntax)
            .ToBytes();
        return [.. new DatasetBuilder().With(0x0002_0000, "UL", groupLength ?? (uint)elements.Length).ToBytes(), .. elements];
    }

    public static byte[] Deflate(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(bytes);
        return deflated.ToArray();
    }

    private DatasetBuilder WithDelimiter(int which) => WithTag(Delimiters[which]).WithUInt32(0);

    private DatasetBuilder WithTag(uint tag) => WithUInt16((ushort)(tag >> 16)).WithUInt16((ushort)tag);

    private DatasetBuilder WithUInt16(ushort number) => WithBytes(Number("US", number));

    private DatasetBuilder WithUInt32(uint number) => WithBytes(Number("UL", number));

    private byte[] Item(uint length, byte[] content) => [.. Number("US", 0xFFFE), .. Number("US", 0xE000), .. Number("UL", length), .. content];

    private byte[] Number(string vr, double number)
    {
        byte[] bytes = new byte[8];
        switch (vr)
        {
            case "US" or "OW": BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number); break;
            case "SS": BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)number); break;
            case "UL" or "OL": BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)number); break;
            case "SL": BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)number); break;
            case "UV" or "OV": BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)number); break;
            case "SV": BinaryPrimitives.WriteInt64LittleEndian(bytes, (long)number); break;
            case "FL" or "OF": BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)number); break;
            case "FD" or "OD": BinaryPrimitives.WriteDoubleLittleEndian(bytes, number); break;
            case "AT":
                byte[] group = Number("US", (uint)number >> 16), element = Number("US", (uint)number & 0xFFFF);
                return [.. group, .. element];
            case "OB" or "UN": return [(byte)number];
            default: return Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
        }

        bytes = bytes[..DicomVR.Find(vr)!.UnitSize];
        if (isBigEndian) Array.Reverse(bytes);
        return bytes;
    }
}
