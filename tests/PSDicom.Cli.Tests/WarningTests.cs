using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>Many similar warnings do not hide all others.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WarningTests()
    {
        byte[] whole = File.ReadAllBytes(Repository.Sample("ct/slice-1.dcm"));
        for (int i = 0; i < 5; i++) File.WriteAllBytes(_folder.Combine($"{i}.dcm"), whole[..(5000 + i)]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--recurse", ".")]
    [InlineData("?.dcm")]
    public void Similar_warnings_of_found_files_are_written_once_and_counted(params string[] paths)
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, ["tags", "--tag", "PixelData", .. paths]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.Contains("0.dcm: warning: The file ends within the value of", outcome.ErrorLines[0]);
        Assert.StartsWith("psdicom: warning: 4 more warnings like this one, in 4 files: The file ends", outcome.ErrorLines[1]);
    }

    [Fact]
    public void Each_named_file_has_its_own_warning()
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--tag", "PixelData", "0.dcm", "1.dcm", "2.dcm");
        Assert.Equal(["0.dcm", "1.dcm", "2.dcm"], outcome.ErrorLines.Select(line => line[..5]));
    }

    [Fact]
    public void Quiet_writes_only_errors()
    {
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--quiet", "--tag", "PixelData", "0.dcm", "missing.dcm");
        Assert.Equal((1, "missing.dcm: The file does not exist."), (outcome.ExitCode, Assert.Single(outcome.ErrorLines)));
        Assert.NotEmpty(outcome.Lines);
    }
}
