using System.Text.Json;

namespace PSDicom.Cli.Tests;

public class SeriesTests
{
    [Fact]
    public void The_table_has_a_line_a_series() => Assert.Equal(
        """
        Modality  Series   Files  Frames  Size                Description                   Problem
        CT             2       2       2  64x64x2             Water phantom 5.0
        MR             1       1       8  64x64x8             Cine short axis               NoPosition
        US             1       1       1  128x96x1            Colour flow
        SR             1       1       0

        """,
        Psdicom.Run("series", "--recurse", "samples").Output);

    [Fact]
    public void Or_a_line_a_stack() => Assert.Equal(
        """
        Series  Stack  Size                Spacing             Orientation  Frames  Split by                  Problem
             2      1  64x64x2             1x1x5               Axial             2

        """,
        Psdicom.Run("series", "--by-stack", "--recurse", "samples/ct").Output);

    [Fact]
    public void Json_has_a_line_a_series_with_its_stacks_and_files()
    {
        Psdicom.Outcome outcome = Psdicom.Run("series", "--json", "--recurse", "samples/ct");
        JsonElement series = Assert.Single(outcome.Objects);
        Assert.Equal((2, 2), (series.GetProperty("seriesNumber").GetInt32(), series.GetProperty("fileCount").GetInt32()));
        Assert.Equal(0, series.GetProperty("problem").GetArrayLength());
        JsonElement stack = Assert.Single(series.GetProperty("stacks").EnumerateArray());
        Assert.Equal("[1,1,5]", stack.GetProperty("spacing").GetRawText());
        Assert.Equal("Volume", stack.GetProperty("kind").GetString());
        Assert.Equal([1, 2], stack.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("slice").GetInt32()));
        Assert.Equal(
            ["slice-1.dcm", "slice-2.dcm"], series.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetString())).Order());
    }

    [Fact]
    public void Json_by_stack_names_problems()
    {
        Psdicom.Outcome outcome = Psdicom.Run("series", "--json", "--by-stack", "samples/mr/cine.dcm", "samples/sr/report.dcm");
        JsonElement stack = Assert.Single(outcome.Objects);
        Assert.Equal("""["NoPosition"]""", stack.GetProperty("problem").GetRawText());
        Assert.Equal(JsonValueKind.Null, stack.GetProperty("spacing").ValueKind);
        Assert.Equal("Cine short axis", stack.GetProperty("seriesDescription").GetString());
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_and_the_rest_is_sorted()
    {
        Psdicom.Outcome outcome = Psdicom.Run("series", "samples/ct/slice-1.dcm", "no such file", "samples/ct/slice-2.dcm");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("64x64x2", outcome.Output);
        Assert.Contains("no such file", Assert.Single(outcome.ErrorLines));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("NaN")]
    public void A_tolerance_is_a_number_from_0_on(string tolerance)
    {
        Psdicom.Outcome outcome = Psdicom.Run("series", "samples/ct/slice-1.dcm", "--tolerance", tolerance);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--tolerance", outcome.Error);
    }

    [Fact]
    public void There_is_no_heading_without_a_series() => Assert.Equal("", Psdicom.Run("series", "no such file").Output);
}
