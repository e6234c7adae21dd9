namespace PSDicom.Fuzz;

/// <summary>Items and delimiters where none should be, with lengths that they should not have; or none where some should be.</summary>
internal sealed class Delimiters : Mutation
{
    private static readonly uint[] Tags = [0xFFFE_E000, 0xFFFE_E00D, 0xFFFE_E0DD];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements);
        uint length = random.Below(4) switch { 0 => (uint)random.Edge(), 1 => uint.MaxValue, 2 => 8, _ => 0 };
        byte[] delimiter = [.. place.TagBytes(random.Pick(Tags)), .. place.Number(length, sizeof(uint))];
        edits.Add(random.Below(3) switch
        {
            0 => new Edit(place.Offset, 0, delimiter),
            1 => new Edit(place.Header, 8, delimiter),
            _ => new Edit(place.Header, 0, delimiter),
        });
    }
}
