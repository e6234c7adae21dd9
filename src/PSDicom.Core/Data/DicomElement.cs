using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;

namespace PSDicom;

/// <summary>A data element: tag, value representation and value (PS3.5 section 7.1). The value is decoded at each access.</summary>
public sealed class DicomElement
{
    private const int InFile = -1;
    private const long Unread = -1;
    private const int MaxListed = 64 * 1024;

    private readonly DicomVR _vr;
    private readonly int _start;
    private readonly bool _isBigEndian;
    private object? _content;
    private long _byteLength;

    internal DicomElement(
        DicomDataset dataset, DicomTag tag, DicomVR vr, long offset, long declaredLength, long byteLength, int start, bool isBigEndian)
    {
        Dataset = dataset;
        Tag = tag;
        _vr = vr;
        Offset = offset;
        Length = declaredLength;
        _byteLength = byteLength;
        _start = start;
        _isBigEndian = isBigEndian;
    }

    /// <summary>The tag.</summary>
    public DicomTag Tag { get; }

    /// <summary>The value representation: the file's, or the dictionary's where the file has none or UN.</summary>
    public DicomVR VR => HasSignOfPixels && Dataset.HasSignedPixels ? DicomVR.SS : _vr;

    /// <summary>The byte position of the value in the file, or in the inflated data set of a deflated file.</summary>
    public long Offset { get; }

    /// <summary>The length that the file declares, in bytes; -1 for undefined length.</summary>
    public long Length { get; }

    /// <summary>The actual length of the value in bytes: less than declared in a truncated file; for undefined length, up to the delimiter.</summary>
    /// <exception cref="DicomException">An encapsulated value is no longer in the file.</exception>
    public long ByteLength
    {
        get
        {
            if (_byteLength == Unread) ReadFragments();
            return _byteLength;
        }
    }

    /// <summary>The items of a sequence; empty for any other value.</summary>
    public IReadOnlyList<DicomDataset> Items => _content as IReadOnlyList<DicomDataset> ?? [];

    /// <summary>The items of an encapsulated value, the first being the basic offset table; empty for any other value (PS3.5 section A.4).</summary>
    /// <exception cref="DicomException">They are no longer in the file.</exception>
    public IReadOnlyList<DicomFragment> Fragments
    {
        get
        {
            if (_byteLength == Unread) ReadFragments();
            return _content as IReadOnlyList<DicomFragment> ?? [];
        }
    }

    /// <summary>Whether the value is encapsulated, and its fragments are known without reading: they are whole, up to the delimiter.</summary>
    internal bool HasWholeFragments { get; set; }

    /// <summary>Whether the value is encapsulated in fragments.</summary>
    public bool IsEncapsulated => _byteLength == Unread || _content is IReadOnlyList<DicomFragment>;

    /// <summary>Whether the value is pixel data, or longer than 64 KiB and not a sequence: lists of all elements leave it out.</summary>
    public bool IsBulk => IsEncapsulated || Tag.IsPixelData || (VR.Kind != DicomVRKind.Sequence && ByteLength > MaxListed);

    /// <summary>The data set that holds this element.</summary>
    public DicomDataset Dataset { get; }

    /// <summary>Whether the element has no value.</summary>
    public bool IsEmpty => VR.Kind == DicomVRKind.Sequence ? Items.Count == 0 : ValueMultiplicity == 0;

    /// <summary>The number of values (PS3.5 section 6.4): the items of a sequence; 1 for binary data.</summary>
    public int ValueMultiplicity => ElementValue.CountValues(this);

    /// <summary>
    /// The value, typed by its value representation: <see cref="string"/>, <see cref="DateTime"/> (DA),
    /// <see cref="TimeSpan"/> (TM), <see cref="DateTimeOffset"/> or <see cref="DateTime"/> (DT), <see cref="long"/> (IS),
    /// <see cref="double"/> (DS, FD), <see cref="float"/> (FL), the integer (US, SS, UL, SL, UV, SV), <see cref="DicomTag"/> (AT),
    /// data sets (SQ), bytes (all others). Several values are an array, no value is null. Text that cannot be parsed stays text; numbers whose
    /// length does not fit their value representation are bytes, or text if they are printable.
    /// </summary>
    /// <exception cref="DicomException">A bulk value is no longer in the file.</exception>
    public object? Value => ElementValue.Decode(this);

    /// <summary>
    /// The value as text, as in the file but without padding: several values are separated by a backslash, bytes are
    /// hexadecimal (if there are more than 1,024, only their number), a sequence is the number of its items. Null if there is no value.
    /// </summary>
    /// <exception cref="DicomException">A bulk value is no longer in the file.</exception>
    public string? RawValue => ElementText.Describe(this);

    /// <summary>The creator of a private element; null if the data set does not contain it (PS3.5 section 7.8).</summary>
    public string? PrivateCreator => Tag.IsPrivate && !Tag.IsPrivateCreator ? Dataset.FindPrivateCreator(Tag) : null;

    /// <summary>The dictionary entry of this element, or of the private creator's; null if it is unknown.</summary>
    public DicomDictionaryEntry? Definition =>
        DicomDictionary.TryGet(Tag, out DicomDictionaryEntry? entry) ||
        (PrivateCreator is { } creator && DicomDictionary.TryGetPrivate(creator, Tag, out entry))
            ? entry
            : null;

    /// <summary>Whether the value is US or SS depending on the sign of the pixels, which the file may declare before or later.</summary>
    internal bool HasSignOfPixels { get; set; }

    /// <summary>Whether the numbers and words of the value are big endian.</summary>
    internal bool IsBigEndian => _isBigEndian;

    /// <summary>The bytes of the value as in the file, with its byte order and padding; for an encapsulated value, including its item headers.</summary>
    /// <exception cref="DicomException">The value is no longer in the file, or larger than an array can be.</exception>
    public byte[] ReadBytes()
    {
        if (ByteLength > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, $"The value of {Tag} has {ByteLength} bytes, more than an array can hold.", offset: Offset);
        }

        var bytes = new byte[ByteLength];
        ReadBytes(0, bytes);
        return bytes;
    }

    /// <summary>Reads a part of the value's bytes, without reading the rest.</summary>
    /// <param name="start">The position of the first byte in the value.</param>
    /// <param name="destination">Filled completely.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has fewer bytes.</exception>
    /// <exception cref="DicomException">The value is no longer in the file.</exception>
    public void ReadBytes(long start, Span<byte> destination)
    {
        if (start < 0 || start > ByteLength - destination.Length) throw new ArgumentOutOfRangeException(nameof(start));
        if (_start == InFile) Dataset.Store.Source.Read(Offset + start, destination);
        else Dataset.Store.Kept(_start + (int)start, destination.Length).CopyTo(destination);
    }

    /// <summary>Tag, value representation and value, as a short description.</summary>
    public override string ToString() => $"{Tag} {VR} {RawValue}";

    internal static DicomElement Kept(DicomDataset dataset, DicomTag tag, DicomVR vr, long offset, long declaredLength, ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        dataset.Store.Note(vr, bytes);
        return new(dataset, tag, vr, offset, declaredLength, bytes.Length, dataset.Store.Add(bytes), isBigEndian);
    }

    /// <summary>An encapsulated value whose fragments are found on demand.</summary>
    internal static DicomElement Encapsulated(DicomDataset dataset, DicomTag tag, DicomVR vr, long offset, bool isBigEndian) =>
        new(dataset, tag, vr, offset, -1, Unread, InFile, isBigEndian);

    internal static DicomElement Deferred(DicomDataset dataset, DicomTag tag, DicomVR vr, long offset, long declaredLength, long byteLength, bool isBigEndian)
    {
        dataset.Store.Note(vr, byteLength);
        return new(dataset, tag, vr, offset, declaredLength, byteLength, InFile, isBigEndian);
    }

    internal void SetItems(IReadOnlyList<DicomDataset> items, long byteLength)
    {
        _content = items;
        _byteLength = byteLength;
    }

    internal void SetFragments(IReadOnlyList<DicomFragment> fragments, long byteLength)
    {
        _content = fragments;
        _byteLength = byteLength;
    }

    private void ReadFragments()
    {
        EncapsulatedValue value = Dataset.Store.Source.ReadFragments(Tag, Offset, _isBigEndian, CancellationToken.None);
        SetFragments(value.Items, value.ByteLength);
    }

    /// <summary>Whether the bytes of the value are in memory.</summary>
    internal bool IsKept => _start != InFile;

    /// <summary>The bytes of the value: a small one without a copy, a bulk one read from the file.</summary>
    internal ReadOnlySpan<byte> Bytes() => _start == InFile ? ReadBytes() : Dataset.Store.Kept(_start, (int)ByteLength);
}
