namespace PSDicom.Fuzz;

/// <summary>Elements, items or fragments that are missing, there twice, or not in their place.</summary>
internal sealed class ElementOrder : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements), other = random.Pick(specimen.Elements);
        if (!place.IsWhole) return;
        byte[] whole = specimen.Bytes[place.Header..Math.Min(place.End, specimen.Bytes.Length)];
        if (!random.OneIn(3)) edits.Add(new Edit(other.Header, 0, whole));
        if (random.OneIn(2)) edits.Add(new Edit(place.Header, whole.Length, []));
        if (random.OneIn(20) && whole.Length < 64) edits.Add(new Edit(place.Header, 0, [.. Enumerable.Repeat(whole, 2000).SelectMany(bytes => bytes)]));
    }
}
