namespace PSDicom.Fuzz;

/// <summary>An element wrapped in sequences, up to deeper than is read, whose ends may be missing or elsewhere.</summary>
internal sealed class Nesting : Mutation
{
    private static readonly int[] Depths = [1, 2, 10, 100, 511, 512, 513, 1000];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements), last = random.Pick(specimen.Elements);
        int depth = random.OneIn(3) ? random.Pick(Depths) : 1 + random.Small(8);
        byte[] undefined = place.Number(uint.MaxValue, sizeof(uint));
        byte[] vr = place.HasVR ? [.. "SQ"u8, 0, 0] : [];
        byte[] start = [.. place.TagBytes(0x0040_A730), .. vr, .. undefined, .. place.TagBytes(0xFFFE_E000), .. undefined];
        byte[] end = [.. place.TagBytes(0xFFFE_E00D), 0, 0, 0, 0, .. place.TagBytes(0xFFFE_E0DD), 0, 0, 0, 0];
        edits.Add(new Edit(place.Header, 0, Repeat(start, depth)));
        if (!random.OneIn(3)) edits.Add(new Edit(Math.Max(place.End, last.Header), 0, Repeat(end, random.OneIn(4) ? depth + 1 : depth)));
    }

    private static byte[] Repeat(byte[] bytes, int count) => [.. Enumerable.Repeat(bytes, count).SelectMany(part => part)];
}
