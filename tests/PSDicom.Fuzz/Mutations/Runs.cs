namespace PSDicom.Fuzz;

/// <summary>A stretch of 00, of FF or of any other byte, as in a hole of a file.</summary>
internal sealed class Runs : Mutation
{
    private const int Longest = 8192;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        var run = new byte[1 + random.Small(Longest)];
        Array.Fill(run, random.Below(3) switch { 0 => (byte)0, 1 => (byte)0xFF, _ => (byte)random.Next() });
        edits.Add(new Edit(random.Below(specimen.Bytes.Length), random.OneIn(3) ? 0 : run.Length, run));
    }
}
