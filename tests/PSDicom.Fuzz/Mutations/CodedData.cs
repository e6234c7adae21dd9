namespace PSDicom.Fuzz;

/// <summary>Damage in the coded data of codestreams.</summary>
internal sealed class CodedData : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        (int Start, int End)[] codestreams = specimen.Codestreams.ToArray();
        if (codestreams.Length == 0) return;
        (int start, int end) = random.Pick(codestreams);
        if (end <= start) return;
        switch (random.Below(4))
        {
            case 0:
                edits.Add(new Edit(start + random.Below(end - start), random.Small(64), []));
                break;
            case 1:
                edits.Add(new Edit(start + random.Below(end - start), 0, random.Bytes(1 + random.Small(64))));
                break;
            default:
                for (int i = 1 + random.Small(12); i > 0; i--) edits.Add(new Edit(start + random.Below(end - start), 1, [(byte)random.Next()]));
                break;
        }
    }
}
