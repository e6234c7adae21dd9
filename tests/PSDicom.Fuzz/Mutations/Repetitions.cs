namespace PSDicom.Fuzz;

/// <summary>A part of a file again and again: elements, items, fragments, scans, tile-parts.</summary>
internal sealed class Repetitions : Mutation
{
    private const int Largest = 64 * 1024;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        (int start, int end) = random.OneIn(2) ? OfMarkers(specimen, random) : OfElements(specimen, random);
        end = Math.Min(end, specimen.Bytes.Length);
        if (end <= start) return;
        byte[] part = specimen.Bytes[start..end];
        int times = Math.Min(Largest / part.Length, 1 << random.Below(13));
        edits.Add(new Edit(end, 0, [.. Enumerable.Repeat(part, times).SelectMany(bytes => bytes)]));
    }

    private static (int Start, int End) OfMarkers(Specimen specimen, FuzzRandom random)
    {
        if (specimen.Markers.Count < 2) return default;
        int first = random.Below(specimen.Markers.Count - 1);
        return (specimen.Markers[first].Start, specimen.Markers[Math.Min(specimen.Markers.Count - 1, first + random.Between(1, 3))].Start);
    }

    private static (int Start, int End) OfElements(Specimen specimen, FuzzRandom random)
    {
        if (specimen.Elements.Count < 2) return default;
        int first = random.Below(specimen.Elements.Count - 1);
        return (specimen.Elements[first].Header, specimen.Elements[Math.Min(specimen.Elements.Count - 1, first + random.Between(1, 3))].Header);
    }
}
