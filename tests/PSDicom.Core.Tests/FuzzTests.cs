using PSDicom.Fuzz;

namespace PSDicom.Core.Tests;

/// <summary>A few cases of each target of PSDicom.Fuzz; the program itself runs any number.</summary>
public class FuzzTests
{
    private const int UsualCases = 120;

    /// <summary>Targets whose cases are complete files with a high cost.</summary>
    private const int FewCases = 8;

    private static readonly SeedSet Seeds = SeedSet.Built;

    public static TheoryData<string> Targets => [.. FuzzTarget.All(Seeds).Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Damage_gives_results_or_errors_of_the_toolkit(string name)
    {
        FuzzTarget target = FuzzTarget.All(Seeds).First(candidate => candidate.Name == name);
        var findings = new List<string>();
        int results = 0, cases = target is WholeTarget or BatchTarget or SeriesTarget ? FewCases : UsualCases;
        for (int number = 0; number < cases; number++)
        {
            CaseVerdict verdict = CaseRunner.Run(target.Make(FuzzRandom.Of(seed: 1, name, number)), number, isAlone: false);
            if (verdict.IsFinding) findings.Add($"{name}:{number} {verdict}");
            if (verdict.Kind == VerdictKind.Ok) results++;
        }

        Assert.Equal([], findings);
        Assert.True(results > 0, "Everything was refused: the damage is too great to reach anything.");
    }
}
