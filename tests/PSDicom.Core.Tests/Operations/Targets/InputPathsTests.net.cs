using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Targets;

/// <summary>Paths of one file, which links make many of.</summary>
public sealed class InputPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("in/f", "in/f")]
    [InlineData("in/../in/./f", "in/f")]
    [InlineData("link", "in/f")]
    [InlineData("in/f", "link")]
    [InlineData("linked/f", "in/f")]
    [InlineData("in/f", "linked/f")]
    [InlineData("linked/f", "chain")]
    public void A_file_is_found_by_whatever_path(string added, string asked)
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need rights here.");
        _folder.AddFile("in", "f");
        _folder.AddFile("in", "g");
        File.CreateSymbolicLink(_folder.Combine("link"), _folder.Combine("in", "f"));
        File.CreateSymbolicLink(_folder.Combine("chain"), _folder.Combine("link"));
        Directory.CreateSymbolicLink(_folder.Combine("linked"), _folder.Combine("in"));
        var inputs = new InputPaths();
        inputs.Add(_folder.Combine(added));
        Assert.True(inputs.Contains(_folder.Combine(asked)));
        Assert.False(inputs.Contains(_folder.Combine("in", "g")));
        Assert.False(inputs.Contains(_folder.Combine("none")));
    }

    [Fact]
    public void What_is_no_path_is_no_file()
    {
        var inputs = new InputPaths();
        inputs.Add(string.Empty);
        inputs.Add("a\0b");
        Assert.False(inputs.Contains("a\0b"));
    }
}
