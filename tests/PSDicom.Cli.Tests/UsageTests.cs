using System.Text.RegularExpressions;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>The usage of psdicom, and its options, which are named as those of the cmdlets.</summary>
public sealed partial class UsageTests : IDisposable
{
    // Parameters for objects of another cmdlet, which a program has none of.
    private static readonly string[] OfObjects = ["Stack", "Series"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_arguments_it_shows_its_usage()
    {
        Psdicom.Outcome outcome = Psdicom.Run();
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Usage:", outcome.Error);
        Assert.All(["tags", "frames", "series", "export", "volume"], command => Assert.Contains(command, outcome.Error));
    }

    [Theory]
    [InlineData("export", "Commands/ExportDicomFrameCommand.cs")]
    [InlineData("tags", "Commands/GetDicomTagCommand.cs")]
    [InlineData("frames", "Pipeline/SearchingCommand.cs")]
    [InlineData("series", "Commands/GetDicomSeriesCommand.cs")]
    [InlineData("series", "Pipeline/SearchingCommand.cs")]
    [InlineData("export", "Pipeline/SearchingCommand.cs")]
    [InlineData("volume", "Commands/ExportDicomVolumeCommand.cs")]
    [InlineData("volume", "Pipeline/SearchingCommand.cs")]
    public void Options_are_spelled_as_the_parameters_of_the_cmdlets(string command, string source)
    {
        string help = Psdicom.Run(command, "--help").Output;
        string[] parameters = Parameter().Matches(File.ReadAllText(Path.Combine(Repository.Folder, "src", "PSDicom", source)))
            .Select(match => match.Groups[1].Value).Where(parameter => !OfObjects.Contains(parameter)).ToArray();
        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.Matches($@"--{Hump().Replace(parameter, "-$0").ToLowerInvariant()}\b", help));
    }

    [Fact]
    public void Former_spellings_still_work()
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(
            _folder.Path, "export", Repository.Sample("mr/cine.dcm"), "--dry-run", "--text", "PatientID", "--frame", "1,3-4", "--format", "jpg", "--text", "Modality");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Jpeg files cannot hold text", outcome.Error);
        outcome = Psdicom.RunIn(_folder.Path, "export", Repository.Sample("mr/cine.dcm"), "--what-if", "--frame", "1,4..3", "--format", "tif");
        Assert.Equal(["cine_1.tif", "cine_4.tif", "cine_3.tif"], outcome.Lines.Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--format must be one of Png", "--format", "psd")]
    [InlineData("--flip must be one of None", "--flip", "")]
    [InlineData("--rotate must be a whole number", "--rotate", "x")]
    [InlineData("--quality must be a whole number", "--quality", "")]
    [InlineData("--width must be a whole number", "--width", "1.5")]
    [InlineData("--bit-depth must be a whole number", "--bit-depth", "x")]
    [InlineData("--scale must be a number", "--scale", "")]
    [InlineData("--frame must be a list", "--frame", "")]
    [InlineData("The window is empty", "--window", "")]
    [InlineData("width is not above 0", "--window", "40/0")]
    [InlineData("name template", "--name-template", "")]
    [InlineData(".jp2, which is not a picture format", "--destination", "out.jp2")]
    [InlineData("only one of force and skip existing", "--force", "--skip-existing")]
    public void A_wrong_value_has_a_message_of_psdicom(string expected, params string[] options)
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["export", "missing.dcm", .. options]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(expected, outcome.Error);
        Assert.DoesNotContain("System.", outcome.Error);
        Assert.DoesNotContain("Parameter '", outcome.Error);
    }

    [Theory]
    [InlineData("pictures", "pictures/slice-1.png")]
    [InlineData("./a/../b", "./a/../b/slice-1.png")]
    [InlineData("one.png", "one.png")]
    [InlineData(".", "./slice-1.png")]
    public void Paths_are_relative_where_the_destination_is(string destination, string expected)
    {
        string[] call = ["export", Repository.Sample("ct/slice-1.dcm"), "--destination", destination, "--force"];
        Assert.Equal(expected, Assert.Single(Psdicom.RunIn(_folder.Path, [.. call, "--dry-run"]).Lines).Replace('\\', '/'));
        Assert.Equal(expected, Assert.Single(Psdicom.RunIn(_folder.Path, call).Lines).Replace('\\', '/'));
        Assert.Equal(expected, Assert.Single(Psdicom.RunIn(_folder.Path, [.. call, "--json"]).Objects).GetProperty("path").GetString()!.Replace('\\', '/'));
        Assert.True(File.Exists(_folder.Combine(expected)));
    }

    [Fact]
    public void An_interrupted_export_is_resumed()
    {
        string[] call = ["export", Repository.Sample("mr/cine.dcm"), "-o", "out", "--skip-existing"];
        Psdicom.RunIn(_folder.Path, [.. call, "--frame", "1..3"]);
        Psdicom.Outcome rest = Psdicom.RunIn(_folder.Path, call);
        Assert.Equal((0, 5), (rest.ExitCode, rest.Lines.Length));
        Assert.Equal("psdicom: 3 files already exist and were skipped.", Assert.Single(rest.ErrorLines));
        Assert.Equal("", Psdicom.RunIn(_folder.Path, [.. call, "--quiet"]).Error);
    }

    [GeneratedRegex(@"public \S+ (\w+) \{ get; set; \}")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();
}
