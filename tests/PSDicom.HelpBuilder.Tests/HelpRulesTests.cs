namespace PSDicom.HelpBuilder.Tests;

public class HelpRulesTests
{
    [Fact]
    public void A_complete_cmdlet_passes() => Assert.Empty(HelpRules.Check([Samples.Complete]));

    [Theory]
    [InlineData("no <summary>, which is the synopsis")]
    [InlineData("no <remarks>")]
    [InlineData("1 <example> element(s); at least 3")]
    [InlineData("<example> 1 needs a <para>")]
    [InlineData("-Undocumented has no <summary>")]
    [InlineData("no [OutputType]")]
    public void What_is_missing_is_named(string expected)
    {
        List<string> errors = HelpRules.Check([Samples.Incomplete]).ToList();

        Assert.All(errors, error => Assert.StartsWith("Get-Incomplete: ", error, StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void An_assembly_without_cmdlets_is_a_mistake() => Assert.Single(HelpRules.Check([]));
}
