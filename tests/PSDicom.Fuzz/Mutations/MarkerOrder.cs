namespace PSDicom.Fuzz;

/// <summary>Marker segments that are missing, there twice or very often, or not in their place.</summary>
internal sealed class MarkerOrder : Mutation
{
    private const int LargestRepeat = 20_000;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Markers.Count == 0) return;
        int index = random.Below(specimen.Markers.Count);
        MarkerPlace marker = specimen.Markers[index], other = random.Pick(specimen.Markers);

        // With what follows its segment, up to the next marker: of a scan, its data.
        int end = random.OneIn(2) || index + 1 == specimen.Markers.Count ? marker.End : Math.Max(marker.End, specimen.Markers[index + 1].Start);
        byte[] segment = specimen.Bytes[marker.Start..Math.Min(end, specimen.Bytes.Length)];
        if (!random.OneIn(3)) edits.Add(new Edit(other.Start, 0, segment));
        if (random.OneIn(2)) edits.Add(new Edit(marker.Start, segment.Length, []));
        if (random.OneIn(10) && segment.Length is > 0 and < 500)
            edits.Add(new Edit(marker.Start, 0, [.. Enumerable.Repeat(segment, LargestRepeat / segment.Length).SelectMany(bytes => bytes)]));
    }
}
