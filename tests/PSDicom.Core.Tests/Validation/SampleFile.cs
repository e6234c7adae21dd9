using PSDicom.Core.Tests.Codecs.Rle;

namespace PSDicom.Core.Tests.Validation;

/// <summary>A file without any fault, to which a test adds one: elements are replaced, removed, or put where they do not belong.</summary>
internal sealed class SampleFile
{
    public const string SecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
    public const string Rle = "1.2.840.10008.1.2.5";
    public const string Jpeg2000Lossless = "1.2.840.10008.1.2.4.90";
    public const string Jpeg2000 = "1.2.840.10008.1.2.4.91";
    public const string Mpeg2 = "1.2.840.10008.1.2.4.100";

    private readonly SortedDictionary<double, Action<DatasetBuilder>> _meta = [];
    private readonly SortedDictionary<double, Action<DatasetBuilder>> _data = [];
    private string _syntax = DatasetBuilder.ExplicitLittleEndian;

    private SampleFile(string sopClass)
    {
        SetBytes(0x0002_0001, "OB", 0, 1);
        Set(0x0002_0002, "UI", sopClass);
        Set(0x0002_0003, "UI", "1.2.3.4.5");
        Set(0x0002_0010, "UI", _syntax);
        Set(0x0002_0012, "UI", "1.2.3.4");
        Set(0x0008_0008, "CS", @"DERIVED\SECONDARY");
        Set(0x0008_0016, "UI", sopClass);
        Set(0x0008_0018, "UI", "1.2.3.4.5");
        Set(0x0008_0020, "DA", "20240229");
        Set(0x0008_0030, "TM", "101530.5");
        Set(0x0008_0060, "CS", "OT");
        Set(0x0010_0010, "PN", "Doe^Jane");
        Set(0x0010_0020, "LO", "4711");
        Set(0x0010_1010, "AS", "042Y");
        Set(0x0020_000D, "UI", "1.2.3.4.1");
        Set(0x0020_000E, "UI", "1.2.3.4.2");
        Set(0x0020_0013, "IS", "1");
    }

    /// <summary>An object without pixel data.</summary>
    public static SampleFile Object(string sopClass) => new(sopClass);

    /// <summary>An image of 4 x 4 pixels of 8 bits.</summary>
    public static SampleFile Image(string sopClass = SecondaryCapture) => new SampleFile(sopClass).WithImage(4, 4, [.. Enumerable.Range(1, 16).Select(value => (byte)value)]);

    /// <summary>Images of 4 x 4 pixels of 8 bits, in fragments of RLE.</summary>
    public static SampleFile RleImage(params byte[][] fragments) => Image().In(Rle).Put(0x7FE0_0010, elements => elements.WithFragments(0x7FE0_0010, fragments));

    /// <summary>A frame of an <see cref="RleImage"/>.</summary>
    public static byte[] RleFrame(byte first = 1) => ReferenceRleEncoder.Encode([.. Enumerable.Range(first, 16).Select(value => (byte)value)], 1, 1);

    public SampleFile WithImage(int rows, int columns, byte[] pixels) => this
        .Set(0x0028_0002, "US", 1)
        .Set(0x0028_0004, "CS", "MONOCHROME2")
        .Set(0x0028_0010, "US", rows)
        .Set(0x0028_0011, "US", columns)
        .Set(0x0028_0100, "US", 8)
        .Set(0x0028_0101, "US", 8)
        .Set(0x0028_0102, "US", 7)
        .Set(0x0028_0103, "US", 0)
        .SetBytes(0x7FE0_0010, "OW", pixels);

    /// <summary>Declares a transfer syntax; the encoding follows it.</summary>
    public SampleFile In(string transferSyntax)
    {
        _syntax = transferSyntax;
        return Set(0x0002_0010, "UI", transferSyntax);
    }

    public SampleFile Set(uint tag, string vr, string text) => Put(tag, elements => elements.With(tag, vr, text));

    public SampleFile Set(uint tag, string vr, params double[] numbers) => Put(tag, elements => elements.With(tag, vr, numbers));

    public SampleFile SetBytes(uint tag, string vr, params byte[] value) => Put(tag, elements => elements.WithValue(tag, vr, value));

    /// <summary>Puts whatever bytes at the place of a tag; a fraction is the place after it.</summary>
    public SampleFile Put(double place, Action<DatasetBuilder> write)
    {
        (place < 0x0003_0000 ? _meta : _data)[place] = write;
        return this;
    }

    /// <summary>Puts elements at the end.</summary>
    public SampleFile Append(Action<DatasetBuilder> write) => Put(0x1_0000_0000 + _data.Count, write);

    public SampleFile Remove(uint tag)
    {
        _meta.Remove(tag);
        _data.Remove(tag);
        return this;
    }

    public byte[] ToBytes() => [.. DatasetBuilder.Preamble(), .. Meta(), .. Dataset()];

    /// <summary>The file meta information; a group length that is not put is right.</summary>
    public byte[] Meta(DatasetBuilder? encoding = null)
    {
        byte[] elements = Write(encoding ?? new DatasetBuilder(), _meta);
        bool hasLength = _meta.ContainsKey(0x0002_0000);
        return hasLength || elements.Length == 0 ? elements : [.. (encoding is null ? new DatasetBuilder() : DatasetBuilder.Implicit()).With(0x0002_0000, "UL", elements.Length).ToBytes(), .. elements];
    }

    public byte[] Dataset() => _syntax switch
    {
        DatasetBuilder.ImplicitLittleEndian => Write(DatasetBuilder.Implicit(), _data),
        DatasetBuilder.ExplicitBigEndian => Write(DatasetBuilder.BigEndian(), _data),
        DatasetBuilder.DeflatedLittleEndian => DatasetBuilder.Deflate(Write(new DatasetBuilder(), _data)),
        _ => Write(new DatasetBuilder(), _data),
    };

    private static byte[] Write(DatasetBuilder builder, SortedDictionary<double, Action<DatasetBuilder>> parts)
    {
        foreach (Action<DatasetBuilder> write in parts.Values) write(builder);
        return builder.ToBytes();
    }
}
