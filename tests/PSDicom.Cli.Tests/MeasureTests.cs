namespace PSDicom.Cli.Tests;

public class MeasureTests
{
    [Fact]
    public void The_table_has_a_line_a_frame() => Assert.Equal(
        """
         Frame       Count     Minimum     Maximum        Mean   Deviation         P50  Unit    Path
             1        4096       -1000        1000     -433.35     548.392           0  HU      samples/ct/slice-1.dcm
             8        4096          12         220      60.648      78.156          12          samples/mr/cine.dcm

        """.ReplaceLineEndings("\n"),
        Psdicom.Run("measure", "--percentile", "50", "samples/ct/slice-1.dcm").Output
            + string.Concat(Psdicom.Run("measure", "--percentile", "50", "--frame", "8", "samples/mr/cine.dcm").Lines.Skip(1).Select(line => line + "\n")));

    [Fact]
    public void Json_has_all_that_is_measured()
    {
        Psdicom.Outcome outcome = Psdicom.Run(
            "measure", "--json", "--total", "--histogram", "--percentile", "1,99.5", "--region", "10,10,20,20", "--stored", "samples/ct/slice-1.dcm");
        Assert.Equal(
            """
            {"path":"samples/ct/slice-1.dcm","frame":null,"frameCount":1,"count":400,"excludedCount":0,"minimum":24,"maximum":2024,"mean":1031.5,
            """.TrimEnd(),
            outcome.Lines[0][..133]);
        Assert.Equal(2024, outcome.Objects[0].GetProperty("percentiles").GetProperty("P99.5").GetDouble());
        Assert.Equal([25, 347, 28], outcome.Objects[0].GetProperty("histogram").EnumerateArray().Select(line => line.GetProperty("count").GetInt32()));
        Assert.Equal("10,10,20,20", outcome.Objects[0].GetProperty("region").GetString());
    }

    [Fact]
    public void A_total_is_a_line_a_file()
    {
        string[] lines = Psdicom.Run("measure", "--total", "samples/mr/cine.dcm").Lines;
        Assert.StartsWith("    x8       32768          12         220", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--histogram is for --json only", "--histogram")]
    [InlineData("four whole numbers", "--region", "1,2")]
    [InlineData("from 0 to 100", "--percentile", "101")]
    [InlineData("--percentile is a list of numbers", "--percentile", "x")]
    public void What_cannot_be_measured_is_a_wrong_call(string message, params string[] options)
    {
        Psdicom.Outcome outcome = Psdicom.Run(["measure", "samples/mr/cine.dcm", .. options]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_outside_of_a_frame_is_an_error_of_the_file()
    {
        Psdicom.Outcome outcome = Psdicom.Run("measure", "--region", "60,0,10,10", "samples/ct/slice-1.dcm");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("64 x 64", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }
}
