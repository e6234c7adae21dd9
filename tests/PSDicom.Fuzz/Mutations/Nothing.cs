namespace PSDicom.Fuzz;

/// <summary>No damage: what is made to cost may do so as it is.</summary>
internal sealed class Nothing : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
    }
}
