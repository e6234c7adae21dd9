namespace PSDicom.Fuzz;

/// <summary>Bits or bytes that have changed, as on a bad disk.</summary>
internal sealed class ByteFlips : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        for (int i = 1 + random.Small(16); i > 0; i--)
        {
            int place = random.OneIn(2) ? random.Below(specimen.Bytes.Length) : random.Small(specimen.Bytes.Length);
            if (place >= specimen.Bytes.Length) return;
            byte changed = random.OneIn(2) ? (byte)random.Next() : (byte)(specimen.Bytes[place] ^ (1 << random.Below(8)));
            edits.Add(new Edit(place, 1, [changed]));
        }
    }
}
