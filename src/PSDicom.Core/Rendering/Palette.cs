using System;
using System.Linq;

namespace PSDicom.Rendering;

/// <summary>The colours of stored values: three lookup tables made one (PS3.3 section C.7.9).</summary>
internal sealed class Palette
{
    private const uint FirstDescriptor = 0x0028_1101;
    private const uint FirstData = 0x0028_1201;
    private const uint FirstSegments = 0x0028_1221;
    private const int Colours = 3;
    private const int HighByte = 0xFF00;

    // Made once: a frame may have fewer pixels than the palette has colours.
    private readonly Lazy<byte[]> _bytes;
    private readonly Lazy<ushort[]> _wide;

    private Palette(int first, ushort[] words, int bits, string? warning)
    {
        First = first;
        Words = words;
        Bits = bits;
        Warning = warning;
        Count = words.Length / Colours;
        _bytes = new Lazy<byte[]>(() => Array.ConvertAll(Words, word => (byte)(Bits == 8 ? word : ((word * 255) + 32767) / 65535)));
        _wide = new Lazy<ushort[]>(() => Bits == 16 ? Words : Array.ConvertAll(Words, word => (ushort)(word * 257)));
    }

    /// <summary>The tags that are read. A table of alpha is not: pictures are opaque.</summary>
    public static DicomTag[] Tags =>
    [
        new(FirstDescriptor), new(FirstDescriptor + 1), new(FirstDescriptor + 2),
        new(FirstData), new(FirstData + 1), new(FirstData + 2),
        new(FirstSegments), new(FirstSegments + 1), new(FirstSegments + 2),
    ];

    /// <summary>Bits of a colour: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>The stored value of the first colour, which those below it have too.</summary>
    public int First { get; }

    /// <summary>How many colours there are; stored values beyond have the last.</summary>
    public int Count { get; }

    /// <summary>Red, green and blue of each colour, of <see cref="Bits"/> bits.</summary>
    public ushort[] Words { get; }

    /// <summary>What is wrong with it; null if nothing.</summary>
    public string? Warning { get; }

    /// <summary>Reads the palette.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="inputs">The stored values that there may be.</param>
    /// <returns>Null if the data set has not all of it.</returns>
    public static Palette? Read(DicomDataset dataset, ValueRange inputs)
    {
        var tables = new LookupTable[Colours];
        for (uint i = 0; i < Colours; i++)
        {
            var table = LookupTable.Read(
                dataset, new DicomTag(FirstDescriptor + i), new DicomTag(FirstData + i), new DicomTag(FirstSegments + i), inputs);
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
        var words = new ushort[(end - first) * Colours];
        for (int i = 0; i < words.Length; i++) words[i] = tables[i % Colours][first + (i / Colours)];
        string? warning = tables.Select(table => table.Warning).FirstOrDefault(text => text is not null);

        // Many say 16 bits and use 8 of them: what else would it mean that nothing is brighter than 1 of 257?
        if (words.All(word => word <= byte.MaxValue))
        {
            bool isDoubtful = tables[0].Bits > 8 && words.Any(word => word > 0);
            return new Palette(first, words, 8, warning ?? (isDoubtful ? "The palette says 16 bits, but no entry has more than 8: it was taken for one of 8." : null));
        }

        // Some use 10 or 12, which the standard does not know.
        bool areHighBytes = words.All(word => (word & byte.MaxValue) == 0);
        for (int i = 0; i < words.Length; i++)
        {
            LookupTable table = tables[i % Colours];

            // What white is does not depend on how bright one of the three happens to be.
            int white = !table.IsWide ? table.Largest : areHighBytes ? HighByte : ushort.MaxValue;
            words[i] = (ushort)Math.Min(ushort.MaxValue, (((long)words[i] * ushort.MaxValue) + (white / 2)) / white);
        }

        return new Palette(first, words, 16, warning);
    }
}
