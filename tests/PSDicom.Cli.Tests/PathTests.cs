using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class PathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("with space.dcm")]
    [InlineData(" leading")]
    [InlineData("[1].dcm")]
    [InlineData("@response")]
    [InlineData("-dash")]
    [InlineData("山田 Grüße é.dcm")]
    [InlineData("a'b;$(c)&d")]
    public void Odd_names_are_names(string name)
    {
        File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine(name));
        Psdicom.Outcome named = Psdicom.RunIn(_folder.Path, "frames", "--json", name);
        Assert.Equal((0, ""), (named.ExitCode, named.Error));
        Assert.Equal(name, Assert.Single(named.Objects).GetProperty("path").GetString());

        Psdicom.Outcome found = Psdicom.RunIn(_folder.Path, "frames", "--json", "-r", _folder.Path);
        Assert.Equal(_folder.Combine(name), Assert.Single(found.Objects).GetProperty("path").GetString());
    }

    [SkippableFact]
    public void An_existing_name_with_wildcards_is_literal()
    {
        Skip.If(OperatingSystem.IsWindows(), "Names cannot have wildcards in them here.");
        File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine("a*"));
        File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine("ab"));
        Assert.Equal(["a*"], Names(Psdicom.RunIn(_folder.Path, "frames", "--json", "a*")));
    }

    [Theory]
    [InlineData("*", "1.dcm 2.dcm x")]
    [InlineData("?.dcm", "1.dcm 2.dcm")]
    [InlineData("sub/*.dcm", "sub/3.dcm")]
    [InlineData("*/*", "other/4 sub/3.dcm sub/5")]
    public void Wildcards_are_expanded_if_the_shell_did_not(string path, string expected)
    {
        foreach (string name in new[] { "2.dcm", "1.dcm", "x", "sub/3.dcm", "sub/5", "other/4" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.Combine(name))!);
            File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine(name));
        }

        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "frames", "--json", path);
        Assert.Equal(expected.Split(' '), Names(outcome).Select(name => name.Replace('\\', '/')));

        // * means the two folders too, which are not wanted without --recurse.
        Assert.Equal(path == "*" ? 2 : 0, outcome.ErrorLines.Length);
    }

    [Fact]
    public void Wildcards_that_match_nothing_are_an_error()
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "frames", "no*/x?");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("no*/x?: ", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void The_filter_chooses_files_of_folders()
    {
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--json", "--recurse", "--filter", "c*.dcm", "samples", "samples/sr/report.dcm");
        Assert.Equal(["cine.dcm", "color.dcm", "report.dcm"], Names(outcome).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("16")]
    public void Many_files_come_in_order(string throttleLimit)
    {
        string[] samples = ["ct/slice-1.dcm", "mr/cine.dcm", "us/color.dcm", "sr/report.dcm"];
        for (int i = 0; i < 300; i++) File.Copy(Repository.Sample(samples[i % 4]), _folder.Combine($"{i:D4}"));
        Psdicom.Outcome outcome = Psdicom.Run("frames", "--json", "--throttle-limit", throttleLimit, "--recurse", _folder.Path);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => _folder.Combine($"{i:D4}")), Names(outcome));
        Assert.Equal(["CT", "MR", "US", "SR"], outcome.Objects.Take(4).Select(row => row.GetProperty("modality").GetString()));
    }

    private static IEnumerable<string> Names(Psdicom.Outcome outcome) =>
        outcome.Objects.Select(row => row.GetProperty("path").GetString()!);
}
