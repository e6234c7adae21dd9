using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tags")]
    [InlineData("frames")]
    public void A_file_that_fails_does_not_stop_the_others(string command)
    {
        string text = _folder.Combine("text.dcm");
        File.WriteAllText(text, "This is a text, and a long one, so that there is something to look at.");
        string empty = _folder.AddFile("empty.dcm");
        string good = Repository.Sample("ct/slice-1.dcm");
        Psdicom.Outcome outcome = Psdicom.Run(
            command, "--json", "missing.dcm", text, good, empty, "missing/folder.dcm", _folder.Path, good);

        Assert.Equal(1, outcome.ExitCode);
        Assert.All(outcome.Objects, row => Assert.Equal(good, row.GetProperty("path").GetString()));
        Assert.Equal(2, outcome.Lines.Count(line => line == outcome.Lines[0]));
        Assert.Collection(
            outcome.ErrorLines,
            line => Assert.Equal("missing.dcm: The file does not exist.", line),
            line => Assert.StartsWith(text + ": This is not a DICOM file", line),
            line => Assert.StartsWith(empty + ": ", line),
            line => Assert.Equal("missing/folder.dcm: The folder does not exist.", line),
            line => Assert.Equal(_folder.Path + ": This is a folder. Use --recurse to read the files in it.", line));
    }

    [Fact]
    public void Files_in_folders_that_are_not_DICOM_are_skipped()
    {
        _folder.AddFile("empty.dcm");
        File.WriteAllText(_folder.Combine("README.txt"), "This is a text, and a long one, so that there is something to look at.");
        File.Copy(Repository.Sample("sr/report.dcm"), _folder.Combine("report"));
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--recurse", "--tag", "Modality", ".");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([Path.Combine(".", "report"), "  (0008,0060) CS Modality  SR"], outcome.Lines);
    }

    [Fact]
    public void A_broken_file_in_a_folder_is_an_error()
    {
        byte[] notDeflated = [7, 7, 7, 7, 7, 7];
        File.WriteAllBytes(
            _folder.Combine("broken"),
            [.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. notDeflated]);
        Psdicom.Outcome outcome = Psdicom.Run("tags", "--recurse", _folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(_folder.Combine("broken") + ": ", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void A_warning_is_not_a_failure()
    {
        string path = _folder.Combine("cut.dcm");
        File.WriteAllBytes(path, File.ReadAllBytes(Repository.Sample("ct/slice-1.dcm"))[..5000]);
        Psdicom.Outcome outcome = Psdicom.Run("tags", path);
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith(path + ": warning: ", Assert.Single(outcome.ErrorLines));
        Assert.Contains(outcome.Lines, line => line.Contains("PixelData"));
    }

    [Theory]
    [InlineData("'PatientNam' is not", "PatientName", "tags", "--tag", "PatientNam", "samples")]
    [InlineData("ContentSequence[.x", "", "tags", "--tag", "ContentSequence[.x", "samples")]
    [InlineData("--bogus", "", "tags", "--bogus", "samples")]
    [InlineData("Required", "", "tags")]
    [InlineData("Required", "", "frames", "--recurse")]
    [InlineData("nosuch", "", "nosuch", "samples")]
    [InlineData("Required", "")]
    [InlineData("--throttle-limit", "", "tags", "--throttle-limit", "0", "samples")]
    [InlineData("many", "--throttle-limit", "tags", "--throttle-limit", "many", "samples")]
    [InlineData("--tag", "", "tags", "samples", "--tag")]
    [InlineData("'klingon'", "ISO_IR 100", "frames", "--character-set", "klingon", "samples")]
    public void A_wrong_call_is_an_error_and_nothing_is_read(string expected, string alsoExpected, params string[] arguments)
    {
        Psdicom.Outcome outcome = Psdicom.Run(arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("psdicom: ", outcome.Error);
        Assert.Contains(expected, outcome.Error);
        Assert.Contains(alsoExpected, outcome.Error);
    }

    [Fact]
    public void Help_names_every_option()
    {
        Psdicom.Outcome outcome = Psdicom.Run("tags", "--help");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] options =
            ["--tag", "--recurse", "--nested", "--include-missing", "--character-set", "--throttle-limit", "--filter", "--json", "PATH"];
        Assert.All(options, option => Assert.Contains(option, outcome.Output));
    }
}
