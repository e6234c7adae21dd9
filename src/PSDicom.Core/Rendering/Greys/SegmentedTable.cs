using System;

namespace PSDicom.Rendering.Greys;

/// <summary>Expands the entries of a segmented palette (PS3.3 section C.7.9.2).</summary>
internal static class SegmentedTable
{
    private const int Discrete = 0;
    private const int Linear = 1;
    private const int Indirect = 2;

    /// <summary>Expands segments to <paramref name="count"/> entries. If they give fewer, the last one is repeated.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="count">The number of entries.</param>
    /// <param name="filled">The number of entries that the segments give.</param>
    /// <exception cref="DicomException">
    /// The segments take more steps than there are segments and entries (<see cref="DicomErrorReason.TooMuchWork"/>).
    /// </exception>
    public static ushort[] Expand(ushort[] segments, int count, out int filled)
    {
        var entries = new ushort[count];
        filled = 0;
        int left = count + segments.Length;
        Expand(segments, 0, int.MaxValue, entries, ref filled, ref left, isIndirect: false);
        for (int i = Math.Max(1, filled); i < count; i++) entries[i] = entries[i - 1];
        return entries;
    }

    private static void Expand(ushort[] segments, int position, int segmentCount, ushort[] entries, ref int filled, ref int left, bool isIndirect)
    {
        for (int segment = 0; segment < segmentCount && position + 2 < segments.Length && filled < entries.Length; segment++)
        {
            // Indirect segments can refer to empty segments without end.
            if (--left < 0)
                throw new DicomException(DicomErrorReason.TooMuchWork, "The segments of a palette refer to empty segments over and over: it is damaged or malicious.", tagPath: "SegmentedRedPaletteColorLookupTableData");
            int kind = segments[position], length = segments[position + 1];
            position += 2;
            switch (kind)
            {
                case Discrete:
                    length = Math.Min(length, segments.Length - position);
                    for (int i = 0; i < length && filled < entries.Length; i++) entries[filled++] = segments[position + i];
                    position += length;
                    break;
                case Linear:
                    int from = filled > 0 ? entries[filled - 1] : 0, to = segments[position++];
                    for (int i = 1; i <= length && filled < entries.Length; i++)
                        entries[filled++] = (ushort)Math.Round(from + ((double)(to - from) * i / length));
                    break;
                case Indirect when !isIndirect && position + 1 < segments.Length:
                    // Indirect segments must not be nested.
                    int start = segments[position] | segments[position + 1] << 16;
                    position += 2;
                    if (start >= 0 && start < segments.Length) Expand(segments, start, length, entries, ref filled, ref left, isIndirect: true);
                    break;
                default:
                    return;
            }
        }
    }
}
