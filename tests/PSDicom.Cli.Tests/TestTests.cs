using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public class TestTests
{
    [Fact]
    public void Files_without_errors_give_0()
    {
        Psdicom.Outcome outcome = Psdicom.Run("test", "--recurse", "--level", "pixels", "samples");

        Assert.StartsWith("samples/README.md: Information OtherFile: This is not a DICOM file", outcome.Output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Single(outcome.Lines);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Errors_are_written_and_give_1()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Combine("cut.dcm"), File.ReadAllBytes(Path.Combine(Repository.Folder, "samples", "ct", "slice-1.dcm"))[..5000]);

        Psdicom.Outcome outcome = Psdicom.RunIn(folder.Path, "test", "cut.dcm");

        Assert.Contains("cut.dcm: Error Truncated: The file ends within the value of (7FE0,0010)", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("", outcome.Error);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void Json_has_one_line_per_finding_or_with_summary_per_file()
    {
        using var folder = new TemporaryFolder();
        folder.AddFile("empty.dcm");

        Assert.Equal(
            """{"path":"empty.dcm","severity":"Error","id":"EmptyFile","tagPath":null,"offset":null,"message":"The file is empty: it has no bytes.","value":null}""",
            Psdicom.RunIn(folder.Path, "test", "empty.dcm", "--json").Lines[0]);
        Assert.Equal(
            """
            {"path":"empty.dcm","isValid":false,"errors":1,"warnings":0,"information":0,"ids":["EmptyFile"],
            "transferSyntax":null,"transferSyntaxUID":null,"sopClass":null,"length":0}
            """.ReplaceLineEndings(""),
            Psdicom.RunIn(folder.Path, "test", "empty.dcm", "--json", "--summary").Lines[0]);
    }

    [Fact]
    public void With_set_files_are_compared()
    {
        using var folder = new TemporaryFolder();
        byte[] slice = File.ReadAllBytes(Path.Combine(Repository.Folder, "samples", "ct", "slice-1.dcm"));
        File.WriteAllBytes(folder.Combine("one.dcm"), slice);
        slice[^1] ^= 1;
        File.WriteAllBytes(folder.Combine("other.dcm"), slice);

        Assert.DoesNotContain("SOPInstanceUIDNotUnique", Psdicom.RunIn(folder.Path, "test", "one.dcm", "other.dcm").Output, StringComparison.Ordinal);
        Psdicom.Outcome outcome = Psdicom.RunIn(folder.Path, "test", "--set", "one.dcm", "other.dcm");

        Assert.Contains("Error SOPInstanceUIDNotUnique", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public void With_quiet_only_errors_are_written()
    {
        using var folder = new TemporaryFolder();
        folder.AddFile("empty.dcm");
        File.WriteAllText(folder.Combine("notes.txt"), "Remember the milk.");

        Assert.Equal("empty.dcm: Error EmptyFile: The file is empty: it has no bytes.\n", Psdicom.RunIn(folder.Path, "test", ".", "--recurse", "--quiet").Output.Replace("./", ""));
        Assert.Equal("notes.txt: 0 errors, 0 warnings (OtherFile)\n", Psdicom.RunIn(folder.Path, "test", ".", "--recurse", "--summary", "--filter", "*.txt").Output.Replace("./", ""));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_a_failure()
    {
        Psdicom.Outcome outcome = Psdicom.Run("test", "no such file");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("no such file: ", outcome.Error, StringComparison.Ordinal);
    }
}
