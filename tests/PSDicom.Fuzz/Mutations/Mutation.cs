namespace PSDicom.Fuzz;

/// <summary>One way to damage something.</summary>
internal abstract class Mutation
{
    /// <summary>Adds edits; none if the specimen does not have what is damaged.</summary>
    public abstract void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits);
}
