namespace PSDicom.Fuzz;

/// <summary>A part of another specimen, or of the same one at another place.</summary>
internal sealed class Splices(IReadOnlyList<Specimen> others) : Mutation
{
    private const int Longest = 16 * 1024;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        byte[] source = random.OneIn(3) ? specimen.Bytes : random.Pick(others).Bytes;
        int start = random.Below(source.Length);
        int length = Math.Min(source.Length - start, 1 + random.Small(Longest));
        int removed = random.Below(3) switch { 0 => 0, 1 => length, _ => specimen.Bytes.Length };
        edits.Add(new Edit(random.Below(specimen.Bytes.Length), removed, source.AsSpan(start, length).ToArray()));
    }
}
