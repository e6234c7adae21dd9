namespace PSDicom.HelpBuilder.Tests;

public class CmdletReaderTests
{
    [Fact]
    public void Summary_is_the_synopsis() => Assert.Equal("Gets a sample.", Samples.Complete.Synopsis);

    [Fact]
    public void Remarks_are_the_description_with_references_as_a_user_knows_them() =>
        Assert.Equal(
            ["First, as Get-Incomplete does not; null for SampleResult.", "1. One\n2. Two: the second"],
            Samples.Complete.Description);

    [Fact]
    public void An_example_keeps_the_lines_of_its_code()
    {
        ExampleHelp example = Samples.Complete.Examples[0];

        Assert.Equal("The title", example.Title);
        Assert.Equal("$first = Get-Sample a\n  $first | Get-Sample", example.Code);
        Assert.Equal(["What it does.", "And more."], example.Remarks);
        Assert.Equal(3, Samples.Complete.Examples.Count);
    }

    [Fact]
    public void The_default_parameter_set_is_the_first() => Assert.Equal(["Path", "LiteralPath"], Samples.Complete.ParameterSets);

    [Fact]
    public void An_inherited_parameter_has_the_text_of_its_base_class() =>
        Assert.Equal(["The files. With -Recurse also folders; see about_PSDicom."], Samples.Parameter("Path").Description);

    [Fact]
    public void An_overridden_parameter_inherits_its_text() =>
        Assert.Equal(["Documented where it is declared."], Samples.Parameter("Name").Description);

    [Fact]
    public void A_parameter_can_take_its_text_from_another_cmdlet() =>
        Assert.Equal(["The number."], Samples.Incomplete.Parameters.Single(parameter => parameter.Name == "Count").Description);

    [Fact]
    public void A_hidden_parameter_is_left_out() =>
        Assert.DoesNotContain(Samples.Complete.Parameters, parameter => parameter.Name == "Hidden");

    [Fact]
    public void ShouldProcess_adds_its_two_parameters() =>
        Assert.Equal(["WhatIf", "Confirm"], Samples.Complete.Parameters.TakeLast(2).Select(parameter => parameter.Name));

    [Theory]
    [InlineData("Mode", "Thorough")]
    [InlineData("Count", "All processors")]
    [InlineData("Recurse", "False")]
    [InlineData("Format", "None")]
    public void Default_value(string parameter, string expected) => Assert.Equal(expected, Samples.Parameter(parameter).DefaultValue);

    [Theory]
    [InlineData("Mode", "SampleMode")]
    [InlineData("Count", "Int32")]
    [InlineData("Path", "String[]")]
    public void Type_name(string parameter, string expected) => Assert.Equal(expected, Samples.Parameter(parameter).TypeName);

    [Theory]
    [InlineData("Mode", "Fast", "Thorough")]
    [InlineData("Format", "Png", "Jpeg")]
    [InlineData("Name")]
    public void Choices(string parameter, params string[] expected) => Assert.Equal(expected, Samples.Parameter(parameter).Choices);

    [Fact]
    public void An_output_has_the_summary_of_its_type()
    {
        OutputHelp output = Assert.Single(Samples.Complete.Outputs);

        Assert.Equal(typeof(SampleResult).FullName, output.TypeName);
        Assert.Equal(["What a sample cmdlet gives."], output.Description);
    }

    [Fact]
    public void Links_lead_to_cmdlets_topics_and_addresses() =>
        Assert.Equal(
            [
                new LinkHelp("Get-Incomplete", ""),
                new LinkHelp("about_PSDicom", ""),
                new LinkHelp("The standard", "https://www.dicomstandard.org/"),
            ],
            Samples.Complete.Links);
}
