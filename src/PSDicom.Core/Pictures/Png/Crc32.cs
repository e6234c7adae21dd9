using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Png;

/// <summary>The CRC of a chunk (PNG, third edition, section 5.5), computed eight bytes at a time.</summary>
internal static class Crc32
{
    /// <summary>The initial value.</summary>
    public const uint Initial = uint.MaxValue;

    private const uint Polynomial = 0xEDB8_8320;
    private const int ByteValues = 256;
    private const int BytesAtOnce = 8;

    // Table n has the CRC of a byte that is followed by n zero bytes.
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Updates the CRC. The result is the complement of the last value.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] tables = Tables;
        for (; bytes.Length >= BytesAtOnce; bytes = bytes.Slice(BytesAtOnce))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = tables[(7 * ByteValues) + (byte)word]
                ^ tables[(6 * ByteValues) + (byte)(word >> 8)]
                ^ tables[(5 * ByteValues) + (byte)(word >> 16)]
                ^ tables[(4 * ByteValues) + (byte)(word >> 24)]
                ^ tables[(3 * ByteValues) + (byte)(word >> 32)]
                ^ tables[(2 * ByteValues) + (byte)(word >> 40)]
                ^ tables[ByteValues + (byte)(word >> 48)]
                ^ tables[(byte)(word >> 56)];
        }

        foreach (byte value in bytes) crc = tables[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static uint[] MakeTables()
    {
        var tables = new uint[BytesAtOnce * ByteValues];
        for (int value = 0; value < ByteValues; value++)
        {
            uint crc = (uint)value;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (Polynomial & (0 - (crc & 1)));
            tables[value] = crc;
        }

        for (int i = ByteValues; i < tables.Length; i++)
        {
            uint before = tables[i - ByteValues];
            tables[i] = tables[(byte)before] ^ (before >> 8);
        }

        return tables;
    }
}
