using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary><c>psdicom copy</c> and <c>psdicom move</c>.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CopyTests()
    {
        foreach ((string name, string patient) in ((string, string)[])[("a/1.dcm", "P1"), ("a/2.dcm", "P2"), ("3", "P1")])
        {
            File.WriteAllBytes(
                _folder.AddFile(["in", .. name.Split('/')]),
                ValidObjects.Of("CT").With(0x0010_0020, "LO", patient).With(0x0020_0013, "IS", name[^1..] == "m" ? name[2..3] : name).ToFile());
        }

        File.WriteAllText(_folder.Combine("in", "notes.txt"), "no image");
    }

    public void Dispose() => _folder.Dispose();

    private Psdicom.Outcome Run(params string[] arguments) => Psdicom.RunIn(_folder.Path, arguments);

    private string[] Files(string folder) =>
        [.. Directory.GetFiles(_folder.Combine(folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_folder_is_copied_with_its_folders()
    {
        Psdicom.Outcome outcome = Run("copy", "in", "-r", "-o", "out");
        Assert.Equal((0, "", "out/3\nout/a/1.dcm\nout/a/2.dcm\n"), (outcome.ExitCode, outcome.Error, outcome.Output.Replace('\\', '/')));
        Assert.Equal(["out/3", "out/a/1.dcm", "out/a/2.dcm"], Files("out"));
        Assert.Equal(4, Files("in").Length);
    }

    [Fact]
    public void Files_are_moved_by_a_template()
    {
        Psdicom.Outcome outcome = Run("move", "in", "-r", "-o", "out", "--name-template", "{PatientID}/{InstanceNumber:000}", "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement[] lines = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["Moved", "Moved", "Moved"], lines.Select(line => line.GetProperty("status").GetString()));
        Assert.Equal(["out/P1/003.dcm", "out/P1/001.dcm", "out/P2/002.dcm"], lines.Select(line => line.GetProperty("path").GetString()!.Replace('\\', '/')));
        Assert.Equal("in/3", lines[0].GetProperty("source").GetString()!.Replace('\\', '/'));
        Assert.True(lines[0].GetProperty("length").GetInt64() > 0);
        Assert.Equal(["in/notes.txt"], Files("in"));
    }

    [Fact]
    public void Files_are_changed_on_their_way()
    {
        File.WriteAllText(_folder.Combine("ids.csv"), "PatientID,NewPatientID\nP1,NEW\n");
        Psdicom.Outcome outcome = Run("move", "in", "-r", "-o", "out", "--map", "ids.csv", "--skip-unmapped", "--name-template", "{PatientID}/{InstanceNumber}", "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement[] lines = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["out/NEW/3.dcm", "out/NEW/1.dcm"], lines.Select(line => line.GetProperty("path").GetString()!.Replace('\\', '/')));
        JsonElement change = lines[0].GetProperty("changes")[0];
        Assert.Equal(("PatientID", "P1", "NEW"), (change.GetProperty("tagPath").GetString(), change.GetProperty("oldValue").GetString(), change.GetProperty("newValue").GetString()));
        Assert.Equal(["in/a/2.dcm", "in/notes.txt"], Files("in"));

        outcome = Run("copy", "in/a/2.dcm", "-o", "copies", "--tag", "PatientID=ONE", "--new-uid", "Study", "--nested", "--dry-run", "--name-template", "{PatientID}");
        Assert.Equal((0, "copies/ONE.dcm\n"), (outcome.ExitCode, outcome.Output.Replace('\\', '/')));
        outcome = Run("copy", "in/a/2.dcm", "-o", "copies", "--tag", "StudyDate=31.02.2020");
        Assert.Equal(2, outcome.ExitCode);
        Assert.False(Directory.Exists(_folder.Combine("copies")));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        Psdicom.Outcome outcome = Run("move", "in", "-r", "-o", "out", "--dry-run", "--name-template", "{PatientID}_{Count:00}");
        Assert.Equal((0, "out/P1_01.dcm\nout/P1_02.dcm\nout/P2_01.dcm\n"), (outcome.ExitCode, outcome.Output.Replace('\\', '/')));
        Assert.False(Directory.Exists(_folder.Combine("out")));
        Assert.Equal(4, Files("in").Length);
    }

    [Fact]
    public void Two_files_of_one_name_are_an_error()
    {
        Psdicom.Outcome outcome = Run("copy", "in", "-r", "-o", "out", "--name-template", "{PatientID}");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("{InstanceNumber}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["out/P1.dcm", "out/P2.dcm"], Files("out"));
    }

    [Theory]
    [InlineData("The destination '", "copy", "in", "-r", "-o", "in/out")]
    [InlineData("looks like a file", "copy", "in/3", "-o", "copy.dcm")]
    [InlineData("name template", "copy", "in/3", "-o", "out", "--name-template", "{Frame}")]
    [InlineData("--destination", "copy", "in/3")]
    [InlineData("--hard-link", "move", "in/3", "-o", "out", "--hard-link")]
    public void Wrong_calls_are_explained(string message, params string[] arguments)
    {
        Psdicom.Outcome outcome = Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(4, Files("in").Length);
    }

    [Fact]
    public void An_interrupted_call_is_continued()
    {
        Assert.Equal(0, Run("copy", "in/a", "-r", "-o", "out").ExitCode);
        Psdicom.Outcome outcome = Run("copy", "in/a/1.dcm", "in/3", "-o", "out", "--json");
        Assert.Equal(["AlreadyThere", "Copied"], outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()));
        outcome = Run("copy", "in/a/1.dcm", "in/3", "-o", "out", "--skip-existing");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
    }
}
