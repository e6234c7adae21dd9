using System;
using System.Linq;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>A palette: three lookup tables merged into one (PS3.3 section C.7.9).</summary>
internal sealed class Palette
{
    private static readonly DicomTag[] Descriptors =
    [
        DicomTag.RedPaletteColorLookupTableDescriptor, DicomTag.GreenPaletteColorLookupTableDescriptor, DicomTag.BluePaletteColorLookupTableDescriptor,
    ];

    private static readonly DicomTag[] Entries =
        [DicomTag.RedPaletteColorLookupTableData, DicomTag.GreenPaletteColorLookupTableData, DicomTag.BluePaletteColorLookupTableData];

    private static readonly DicomTag[] Segments =
    [
        DicomTag.SegmentedRedPaletteColorLookupTableData, DicomTag.SegmentedGreenPaletteColorLookupTableData,
        DicomTag.SegmentedBluePaletteColorLookupTableData,
    ];
    private const int Colors = 3;
    private const int HighByte = 0xFF00;

    // Computed once: a frame can have fewer pixels than the palette has colours.
    private readonly Lazy<byte[]> _bytes;
    private readonly Lazy<ushort[]> _wide;

    private Palette(int first, ushort[] words, int bits, string? warning)
    {
        First = first;
        Words = words;
        Bits = bits;
        Warning = warning;
        Count = words.Length / Colors;
        _bytes = new Lazy<byte[]>(() => Array.ConvertAll(Words, word => (byte)(Bits == 8 ? word : ((word * 255) + 32767) / 65535)));
        _wide = new Lazy<ushort[]>(() => Bits == 16 ? Words : Array.ConvertAll(Words, word => (ushort)(word * 257)));
    }

    /// <summary>The tags that are read. Alpha is ignored: pictures are opaque.</summary>
    public static DicomTag[] Tags => [.. Descriptors, .. Entries, .. Segments];

    /// <summary>Bits of a sample: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>The stored value of the first colour. Lower values have the first colour too.</summary>
    public int First { get; }

    /// <summary>The number of colours. Stored values beyond have the last colour.</summary>
    public int Count { get; }

    /// <summary>RGB of each colour, of <see cref="Bits"/> bits.</summary>
    public ushort[] Words { get; }

    /// <summary>A problem of the palette; null if there is none.</summary>
    public string? Warning { get; }

    /// <summary>Reads the palette.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="inputs">The range of stored values.</param>
    /// <returns>The palette; null if a table is missing.</returns>
    public static Palette? Read(DicomDataset dataset, ValueRange inputs)
    {
        var tables = new LookupTable[Colors];
        for (int i = 0; i < Colors; i++)
        {
            var table = LookupTable.Read(dataset, Descriptors[i], Entries[i], Segments[i], inputs);
            if (table is null) return null;
            tables[i] = table;
        }

        return Join(tables);
    }

    /// <summary>The colours in 8 bits.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>The colours in 16 bits.</summary>
    public ushort[] WideWords => _wide.Value;

    private static Palette Join(LookupTable[] tables)
    {
        int first = tables.Min(table => table.First), end = tables.Max(table => table.First + table.Values.Length);
        var words = new ushort[(end - first) * Colors];
        for (int i = 0; i < words.Length; i++) words[i] = tables[i % Colors][first + (i / Colors)];
        string? warning = tables.Select(table => table.Warning).FirstOrDefault(text => text is not null);

        // Many palettes declare 16 bits and use 8: otherwise all colours would be nearly black.
        if (words.All(word => word <= byte.MaxValue))
        {
            bool isDoubtful = tables[0].Bits > 8 && words.Any(word => word > 0);
            return new Palette(first, words, 8, warning ?? (isDoubtful ? "The palette declares 16 bits, but no entry has more than 8: it was read as 8 bits." : null));
        }

        // Some use 10 or 12 bits, which the standard does not allow.
        bool areHighBytes = words.All(word => (word & byte.MaxValue) == 0);
        for (int i = 0; i < words.Length; i++)
        {
            LookupTable table = tables[i % Colors];

            // The white level must not depend on the brightest entry of one of the three tables.
            int white = !table.IsWide ? table.Largest : areHighBytes ? HighByte : ushort.MaxValue;
            words[i] = (ushort)Math.Min(ushort.MaxValue, (((long)words[i] * ushort.MaxValue) + (white / 2)) / white);
        }

        return new Palette(first, words, 16, warning);
    }
}
