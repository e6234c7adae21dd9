namespace PSDicom.Fuzz;

/// <summary>A length that is not the value's.</summary>
internal sealed class ElementLengths : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements);
        uint rest = (uint)(specimen.Bytes.Length - place.Offset);
        edits.Add(place.WithLength(random.Below(9) switch
        {
            0 => 0,
            1 => (uint)place.Length + 1,
            2 => (uint)place.Length - 1,
            3 => (uint)(place.Length + random.Between(-16, 16)),
            4 => rest,
            5 => rest + 1,
            6 => uint.MaxValue,
            7 => uint.MaxValue - (uint)random.Below(16),
            _ => (uint)random.Edge(),
        }));
    }
}
