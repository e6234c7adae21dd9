using System;
using System.Buffers.Binary;

namespace PSDicom.Data;

/// <summary>
/// The three values of a LUT descriptor. The first and the third are unsigned counts in any value representation; the second is a pixel
/// value, with the sign of the pixels (PS3.3 sections C.11.1.1.1 and C.7.6.3.1.5).
/// </summary>
internal readonly struct LutDescriptor
{
    private const int ByteLength = 6;

    private readonly ushort _count;

    private LutDescriptor(DicomElement element)
    {
        Span<byte> words = stackalloc byte[ByteLength];
        element.ReadBytes(0, words);
        _count = Word(words, element.IsBigEndian);
        UnsignedFirst = Word(words.Slice(2), element.IsBigEndian);
        Bits = Word(words.Slice(4), element.IsBigEndian);
        IsSigned = element.VR == DicomVR.SS;
    }

    /// <summary>The number of entries of the table.</summary>
    public int Count => _count == 0 ? 1 << 16 : _count;

    /// <summary>The pixel value of the first entry, if it is unsigned.</summary>
    public ushort UnsignedFirst { get; }

    /// <summary>The pixel value of the first entry, if it is signed.</summary>
    public short SignedFirst => (short)UnsignedFirst;

    /// <summary>The bits of an entry.</summary>
    public int Bits { get; }

    /// <summary>Whether the pixel value of the first entry is signed according to the value representation.</summary>
    public bool IsSigned { get; }

    /// <summary>Reads a descriptor.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The descriptor; null if there is none or it is incomplete.</returns>
    public static LutDescriptor? Read(DicomElement? element) => element is { ByteLength: >= ByteLength } ? new LutDescriptor(element) : null;

    /// <summary>The values of a descriptor with SS, of which only the second is signed. With US, no value is.</summary>
    /// <returns>Null for any other element.</returns>
    public static int[]? SignedValues(DicomElement element) =>
        element.VR == DicomVR.SS && element.ByteLength == ByteLength && IsDescriptor(element.Tag)
            && Read(element) is { } descriptor
                ? [descriptor._count, descriptor.SignedFirst, descriptor.Bits]
                : null;

    private static bool IsDescriptor(DicomTag tag) =>
        (tag >= DicomTag.GrayLookupTableDescriptor && tag <= DicomTag.AlphaPaletteColorLookupTableDescriptor)
        || tag == DicomTag.BlendingLookupTableDescriptor || tag == DicomTag.LUTDescriptor;

    private static ushort Word(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
