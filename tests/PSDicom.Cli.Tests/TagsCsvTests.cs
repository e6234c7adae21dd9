using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class TagsCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_per_file_has_the_named_elements_in_order()
    {
        string first = Write("1.dcm", new DatasetBuilder().With(0x0008_0060, "CS", "CT"));
        string second = Write("2.dcm", new DatasetBuilder().With(0x0008_0020, "DA", "20240131").With(0x0010_0010, "PN", "Doe, \"J\"").With(0x0028_0030, "DS", "0.5\\0.25"));
        Assert.Equal(
            $"FullName,PatientName,StudyDate,Modality,PixelSpacing\r\n{first},,,CT,\r\n{second},\"Doe, \"\"J\"\"\",2024-01-31,,0.5\\0.25\r\n",
            Psdicom.RunIn(_folder.Path, "tags", "--csv", "-t", "PatientName", "-t", "0008,0020", "-t", "modality", "-t", "PixelSpacing", "1.dcm", "2.dcm").Output);
    }

    [Fact]
    public void A_bad_file_is_an_error_without_a_row()
    {
        Write("1.dcm", new DatasetBuilder().With(0x0008_0060, "CS", "CT"));
        Psdicom.Outcome outcome = Psdicom.RunIn(_folder.Path, "tags", "--csv", "--tag", "Modality", "missing.dcm", "1.dcm");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("missing.dcm: ", outcome.Error);
    }

    [Theory]
    [InlineData("--csv")]
    [InlineData("--csv", "--tag", "*")]
    [InlineData("--csv", "--tag", "RequestAttributesSequence.*")]
    [InlineData("--csv", "--tag", "Modality", "--json")]
    [InlineData("--csv", "--tag", "Modality", "--nested")]
    [InlineData("--csv", "--tag", "Modality", "--include-missing")]
    public void Options_that_make_no_table_are_a_wrong_call(params string[] arguments)
    {
        Psdicom.Outcome outcome = Psdicom.Run(["tags", .. arguments, "samples/sr/report.dcm"]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.NotEmpty(outcome.Error);
    }

    private string Write(string name, DatasetBuilder dataset)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, dataset.ToFile());
        return path;
    }
}
