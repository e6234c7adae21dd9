using PSDicom.Data;

namespace PSDicom.Rendering;

/// <summary>The three lookup tables of PALETTE COLOR (PS3.3 section C.7.9).</summary>
internal sealed class Palette
{
    private const uint FirstDescriptor = 0x0028_1101;
    private const uint FirstData = 0x0028_1201;
    private const uint FirstSegments = 0x0028_1221;
    private const int Colours = 3;

    private readonly LookupTable[] _tables;

    private Palette(LookupTable[] tables) => _tables = tables;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags =>
    [
        new(FirstDescriptor), new(FirstDescriptor + 1), new(FirstDescriptor + 2),
        new(FirstData), new(FirstData + 1), new(FirstData + 2),
        new(FirstSegments), new(FirstSegments + 1), new(FirstSegments + 2),
    ];

    /// <summary>Bits of a colour: 8 or 16.</summary>
    public int Bits => _tables[0].Bits;

    /// <summary>Reads the palette.</summary>
    /// <returns>Null if the data set has not all of it.</returns>
    public static Palette? Read(DicomDataset dataset, bool isSigned)
    {
        var tables = new LookupTable[Colours];
        for (uint i = 0; i < Colours; i++)
        {
            var table = LookupTable.Read(
                dataset, new DicomTag(FirstDescriptor + i), new DicomTag(FirstData + i), new DicomTag(FirstSegments + i), isSigned);
            if (table is null) return null;
            tables[i] = table;
        }

        return new Palette(tables);
    }

    /// <summary>A colour of a stored value: red 0, green 1, blue 2.</summary>
    public ushort Find(int storedValue, int colour) => _tables[colour][storedValue];
}
