namespace PSDicom.Fuzz;

/// <summary>The end is missing, or something in between.</summary>
internal sealed class Cuts : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        int place = random.Below(specimen.Bytes.Length);
        int length = random.OneIn(2) ? specimen.Bytes.Length : random.Small(specimen.Bytes.Length);
        edits.Add(new Edit(place, length, []));
    }
}
