using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// The CSA header of Siemens, (0029,xx10): named values as text. There are two forms: SV10, and an older one without this signature. Lengths are
/// not trusted: reading ends at a value that exceeds the data.
/// </summary>
internal static class CsaHeader
{
    private const int NameLength = 64;
    private const int ItemHeaderLength = 16;
    private const int MaxTags = 1024;
    private const int MaxItems = 4096;

    /// <summary>The values of a name that are not empty; an empty list if the name is missing.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> bytes, string name)
    {
        bool isNew = bytes.Length >= 4 && bytes.Slice(0, 4).SequenceEqual("SV10"u8);
        int place = isNew ? 8 : 0;
        if (!TryReadInt(bytes, ref place, out int tags) || tags is < 1 or > MaxTags) return [];
        place += 4;
        int? firstItems = null;
        for (int tag = 0; tag < tags; tag++)
        {
            if (!TryTake(bytes, ref place, NameLength, out ReadOnlySpan<byte> nameBytes)) return [];

            // The number of values, their type twice, the number of items, and a marker.
            place += 12;
            if (!TryReadInt(bytes, ref place, out int items) || items is < 0 or > MaxItems) return [];
            place += 4;
            firstItems ??= items;
            bool isWanted = Text(nameBytes) == name;
            var values = new List<string>();
            for (int item = 0; item < items; item++)
            {
                if (!TryTake(bytes, ref place, ItemHeaderLength, out ReadOnlySpan<byte> header)) return [];
                int length = isNew
                    ? BinaryPrimitives.ReadInt32LittleEndian(header.Slice(4))
                    : BinaryPrimitives.ReadInt32LittleEndian(header) - firstItems.Value;
                if (!TryTake(bytes, ref place, length, out ReadOnlySpan<byte> value)) return [];
                place += (4 - (length % 4)) % 4;
                if (isWanted && Text(value) is { Length: > 0 } text) values.Add(text);
            }

            if (isWanted) return values;
        }

        return [];
    }

    private static bool TryReadInt(ReadOnlySpan<byte> bytes, ref int place, out int value)
    {
        bool isThere = TryTake(bytes, ref place, 4, out ReadOnlySpan<byte> taken);
        value = isThere ? BinaryPrimitives.ReadInt32LittleEndian(taken) : 0;
        return isThere;
    }

    private static bool TryTake(ReadOnlySpan<byte> bytes, ref int place, int length, out ReadOnlySpan<byte> taken)
    {
        bool isThere = length >= 0 && place >= 0 && place <= bytes.Length && length <= bytes.Length - place;
        taken = isThere ? bytes.Slice(place, length) : default;
        place += isThere ? length : 0;
        return isThere;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.ASCII.GetString((end < 0 ? bytes : bytes.Slice(0, end)).ToArray()).Trim();
    }
}
