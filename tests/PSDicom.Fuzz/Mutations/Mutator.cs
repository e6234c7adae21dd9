namespace PSDicom.Fuzz;

/// <summary>Damages specimens, in one way or a few at once.</summary>
internal sealed class Mutator(IReadOnlyList<Specimen> specimens, IReadOnlyList<Mutation> mutations)
{
    private const int MaxAtOnce = 5;
    private const int Largest = 1 << 20;

    /// <summary>The ways that know nothing of what they damage.</summary>
    public static IReadOnlyList<Mutation> Plain(IReadOnlyList<Specimen> others) =>
        [new ByteFlips(), new EdgeNumbers(), new Runs(), new Cuts(), new Splices(others)];

    /// <summary>The ways to damage codestreams.</summary>
    public static IReadOnlyList<Mutation> Codestream => [new MarkerSegments(), new MarkerParameters(), new MarkerOrder(), new CodedData()];

    /// <summary>The ways to damage the elements of files.</summary>
    public static IReadOnlyList<Mutation> Elements =>
    [
        new ElementLengths(), new SwallowingLengths(), new ElementVRs(), new ElementTags(), new ElementValues(), new ElementOrder(), new Delimiters(), new Nesting(),
        new TransferSyntaxes(), new CharacterSets(), new ControlCharacters(),
    ];

    /// <summary>The ways to damage what is said of pixels, and where they are.</summary>
    public static IReadOnlyList<Mutation> Pixels => [new PixelDescription(), new DisplayElements(), new OffsetTables(), new FragmentBorders()];

    /// <summary>What is damaged.</summary>
    public IReadOnlyList<Specimen> Specimens => specimens;

    /// <summary>Every kind of file, those that are made to cost a third of the time, damaged in every way or as they are.</summary>
    public static Mutator OfWhole(SeedSet seeds)
    {
        int times = Math.Max(1, seeds.Files.Count / (2 * SeedSet.Costly.Count));
        return new Mutator(
            [.. seeds.Files, .. Enumerable.Repeat(SeedSet.Costly, times).SelectMany(files => files)],
            [.. Plain(seeds.Files), .. Elements, .. Pixels, .. Codestream, new Repetitions(), new Nothing()]);
    }

    /// <summary>Takes a specimen and damages it.</summary>
    public byte[] Next(FuzzRandom random) => Next(random, out _);

    /// <inheritdoc cref="Next(FuzzRandom)"/>
    public byte[] Next(FuzzRandom random, out Specimen specimen)
    {
        specimen = random.Pick(specimens);
        return Damage(specimen, random);
    }

    /// <summary>Damages a specimen.</summary>
    public byte[] Damage(Specimen specimen, FuzzRandom random)
    {
        var edits = new List<Edit>();
        for (int i = 1 + random.Small(MaxAtOnce); i > 0; i--) random.Pick(mutations).Apply(specimen, random, edits);
        byte[] result = Edit.Apply(specimen.Bytes, edits);
        return result.Length <= Largest ? result : result[..Largest];
    }
}
