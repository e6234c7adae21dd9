namespace PSDicom.Fuzz;

/// <summary>Parameters in marker segments: sizes, numbers of components, tables, coding styles.</summary>
internal sealed class MarkerParameters : Mutation
{
    private const int Most = 6;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Markers.Count == 0) return;

        // The headers come first, and matter most.
        MarkerPlace marker = specimen.Markers[random.OneIn(2) ? random.Below(specimen.Markers.Count) : random.Small(specimen.Markers.Count)];
        if (marker.Length <= 2) return;
        for (int i = 1 + random.Small(Most); i > 0; i--)
        {
            int place = marker.Start + 4 + (random.OneIn(2) ? random.Below(marker.Length - 2) : random.Small(marker.Length - 2));
            int size = 1 << random.Below(3);
            ulong value = random.OneIn(3) ? (ulong)random.Below(20) : random.Edge();
            byte[] number = [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
            edits.Add(new Edit(place, size, number[^size..]));
        }
    }
}
