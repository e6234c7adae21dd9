using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;

namespace PSDicom;

/// <summary>A data element: tag, value representation and value (PS3.5 section 7.1). The value is decoded each time it is asked for.</summary>
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

    /// <summary>The value representation: the one in the file, or where the file has none (or UN), the dictionary's.</summary>
    public DicomVR VR => HasSignOfPixels && Dataset.HasSignedPixels ? DicomVR.SS : _vr;

    /// <summary>Where the value begins: the byte position in the file, or in the inflated data set of a deflated file.</summary>
    public long Offset { get; }

    /// <summary>The length that the file declares, in bytes; -1 for undefined length.</summary>
    public long Length { get; }

    /// <summary>The bytes that the value really has: fewer than declared where the file is cut; of undefined length, those before the delimiter.</summary>
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

    /// <summary>Whether the value is encapsulated in fragments.</summary>
    public bool IsEncapsulated => _byteLength == Unread || _content is IReadOnlyList<DicomFragment>;

    /// <summary>Whether the value is pixel data, or longer than 64 KiB and no sequence: lists of all elements leave it out.</summary>
    public bool IsBulk => IsEncapsulated || Tag.IsPixelData || (VR.Kind != DicomVRKind.Sequence && ByteLength > MaxListed);

    /// <summary>The data set that holds this element.</summary>
    public DicomDataset Dataset { get; }

    /// <summary>Whether the element is there without a value.</summary>
    public bool IsEmpty => VR.Kind == DicomVRKind.Sequence ? Items.Count == 0 : ValueMultiplicity == 0;

    /// <summary>How many values there are: of a sequence, its items; of bytes in bulk, one (PS3.5 section 6.4).</summary>
    public int ValueMultiplicity => ElementValue.CountValues(this);

    /// <summary>
    /// The value, typed by its value representation: <see cref="string"/>, <see cref="DateTime"/> (DA),
    /// <see cref="TimeSpan"/> (TM), <see cref="DateTimeOffset"/> or <see cref="DateTime"/> (DT), <see cref="long"/> (IS),
    /// <see cref="double"/> (DS, FD), <see cref="float"/> (FL), the integer (US, SS, UL, SL, UV, SV), <see cref="DicomTag"/> (AT),
    /// data sets (SQ), bytes (all others). Several values are an array, no value is null; what does not parse stays text, and
    /// numbers whose length their value representation cannot have stay bytes, or the text that they are.
    /// </summary>
    /// <exception cref="DicomException">A bulk value is no longer in the file.</exception>
    public object? Value => ElementValue.Decode(this);

    /// <summary>
    /// The value as text, as the file has it but for padding: several values are separated by a backslash, bytes are
    /// hexadecimal (only told how many from 1,025 on), a sequence is told by the number of its items. Null if there is no value.
    /// </summary>
    /// <exception cref="DicomException">A bulk value is no longer in the file.</exception>
    public string? RawValue => ElementText.Describe(this);

    /// <summary>The creator of a private element, if the data set names it (PS3.5 section 7.8).</summary>
    public string? PrivateCreator => Tag.IsPrivate && !Tag.IsPrivateCreator ? Dataset.FindPrivateCreator(Tag) : null;

    /// <summary>What the dictionary says of this element: the standard's, or the private creator's; null if it is not known.</summary>
    public DicomDictionaryEntry? Definition =>
        DicomDictionary.TryGet(Tag, out DicomDictionaryEntry? entry) ||
        (PrivateCreator is { } creator && DicomDictionary.TryGetPrivate(creator, Tag, out entry))
            ? entry
            : null;

    /// <summary>Whether the file leaves open if it is US or SS, which the sign of the pixels decides, be it told before or later.</summary>
    internal bool HasSignOfPixels { get; set; }

    /// <summary>The numbers and words of the value have their high byte first.</summary>
    internal bool IsBigEndian => _isBigEndian;

    /// <summary>The bytes of the value, as in the file, byte order and padding included; of an encapsulated value, its items.</summary>
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

    /// <summary>Reads a part of the value's bytes, without holding all of it.</summary>
    /// <param name="start">The first byte wanted, counted from the value's beginning.</param>
    /// <param name="destination">Filled wholly.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has fewer bytes.</exception>
    /// <exception cref="DicomException">The value is no longer in the file.</exception>
    public void ReadBytes(long start, Span<byte> destination)
    {
        if (start < 0 || start > ByteLength - destination.Length) throw new ArgumentOutOfRangeException(nameof(start));
        if (_start == InFile) Dataset.Store.Source.Read(Offset + start, destination);
        else Dataset.Store.Kept(_start + (int)start, destination.Length).CopyTo(destination);
    }

    /// <summary>Tag, value representation and value, for a glance.</summary>
    public override string ToString() => $"{Tag} {VR} {RawValue}";

    internal static DicomElement Kept(DicomDataset dataset, DicomTag tag, DicomVR vr, long offset, long declaredLength, ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        dataset.Store.Note(vr, bytes);
        return new(dataset, tag, vr, offset, declaredLength, bytes.Length, dataset.Store.Add(bytes), isBigEndian);
    }

    /// <summary>An encapsulated value whose fragments are looked up when they are asked for.</summary>
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

    /// <summary>The bytes of a small value without a copy, or of a bulk one read now.</summary>
    internal ReadOnlySpan<byte> Bytes() => _start == InFile ? ReadBytes() : Dataset.Store.Kept(_start, (int)ByteLength);
}
