using System.Buffers.Binary;
using PSDicom.IO.Reading;

namespace PSDicom.Fuzz;

/// <summary>Where an element, item or fragment is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tag">The tag; of items and fragments, that of the sequence.</param>
/// <param name="VR">The value representation.</param>
/// <param name="Header">Where it begins.</param>
/// <param name="Offset">Where the value begins.</param>
/// <param name="Length">The bytes of the value; of sequences and items of undefined length, 0.</param>
/// <param name="HasVR">Whether the header has the two letters.</param>
/// <param name="IsBigEndian">Whether the numbers of the header are big endian.</param>
internal readonly record struct ElementPlace(
    DicomTokenKind Kind, DicomTag Tag, DicomVR VR, int Header, int Offset, int Length, bool HasVR, bool IsBigEndian)
{
    /// <summary>Where the element ends, if it is a value or a fragment.</summary>
    public int End => Offset + Length;

    public bool IsValue => Kind == DicomTokenKind.Element;

    /// <summary>Whether it may be taken out, or copied, as a whole.</summary>
    public bool IsWhole => Kind is DicomTokenKind.Element or DicomTokenKind.Fragment;

    /// <summary>Puts another length into the header.</summary>
    public Edit WithLength(uint length)
    {
        int size = HasVR && Offset - Header == 8 ? sizeof(ushort) : sizeof(uint);
        return new Edit(Offset - size, size, Number(length, size));
    }

    /// <summary>A number as the header has it.</summary>
    public byte[] Number(ulong value, int size)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Array.Resize(ref bytes, size);
        if (IsBigEndian) Array.Reverse(bytes);
        return bytes;
    }

    public byte[] TagBytes(uint tag) => [.. Number(tag >> 16, sizeof(ushort)), .. Number(tag & 0xFFFF, sizeof(ushort))];
}
