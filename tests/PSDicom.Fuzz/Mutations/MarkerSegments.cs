namespace PSDicom.Fuzz;

/// <summary>Lengths of marker segments that are not theirs, and markers that are others.</summary>
internal sealed class MarkerSegments : Mutation
{
    private static readonly byte[] Codes =
    [
        0x4F, 0x50, 0x51, 0x52, 0x53, 0x55, 0x57, 0x58, 0x5C, 0x5D, 0x5E, 0x5F, 0x60, 0x61, 0x63, 0x64, 0x90, 0x91, 0x92, 0x93, 0xC0, 0xC1, 0xC2,
        0xC3, 0xC4, 0xC5, 0xC9, 0xCC, 0xD0, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xE0, 0xE8, 0xEE, 0xF7, 0xF8, 0xFE,
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Markers.Count == 0) return;
        MarkerPlace marker = random.Pick(specimen.Markers);
        if (random.OneIn(2))
        {
            edits.Add(new Edit(marker.Start + 1, 1, [random.Pick(Codes)]));
            return;
        }

        int length = random.OneIn(2) ? marker.Length + random.Between(-4, 4) : (int)random.Edge();
        edits.Add(new Edit(marker.Start + 2, 2, [(byte)(length >> 8), (byte)length]));
    }
}
