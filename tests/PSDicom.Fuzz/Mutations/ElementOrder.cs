namespace PSDicom.Fuzz;

/// <summary>Elements, items or fragments that are missing, there twice, or not in their place.</summary>
internal sealed class ElementOrder : Mutation
{
    private const int MaxElements = 60_000;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        if (random.OneIn(200)) edits.Add(new Edit(random.Pick(specimen.Elements).Header, 0, Many(specimen.Elements[^1], random)));
        ElementPlace place = random.Pick(specimen.Elements), other = random.Pick(specimen.Elements);
        if (!place.IsWhole) return;
        byte[] whole = specimen.Bytes[place.Header..Math.Min(place.End, specimen.Bytes.Length)];
        if (!random.OneIn(3)) edits.Add(new Edit(other.Header, 0, whole));
        if (random.OneIn(2)) edits.Add(new Edit(place.Header, whole.Length, []));
        if (random.OneIn(20) && whole.Length < 64) edits.Add(new Edit(place.Header, 0, [.. Enumerable.Repeat(whole, 2000).SelectMany(bytes => bytes)]));
    }

    /// <summary>Very many empty elements: the same one, or one after another backwards.</summary>
    private static byte[] Many(ElementPlace like, FuzzRandom random)
    {
        int count = random.Below(MaxElements);
        uint first = 0x0099_FFFF, step = random.OneIn(2) ? 0u : 1u;
        byte[] rest = like.HasVR ? [.. "LO"u8, 0, 0] : [0, 0, 0, 0];
        return [.. Enumerable.Range(0, count).SelectMany(i => (byte[])[.. like.TagBytes(first - (step * (uint)i)), .. rest])];
    }
}
