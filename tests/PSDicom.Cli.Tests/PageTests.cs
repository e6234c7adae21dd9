using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary><c>psdicom page</c>: what it writes and tells. What is in a page is tested with the toolkit.</summary>
public sealed class PageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Page => _folder.Combine("page.html");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_is_a_line()
    {
        Psdicom.Outcome outcome = Psdicom.Run("page", "--recurse", "samples", "-o", Page);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([Page], outcome.Lines);
        Assert.Equal(11, File.ReadAllText(Page).Split("class=\"frame\"").Length - 1);
    }

    [Fact]
    public void Rendering_options_make_pictures()
    {
        Psdicom.Outcome outcome = Psdicom.Run("page", "--json", "samples/ct/slice-1.dcm", "--color-map", "Hot", "--rotate", "90", "-o", Page);
        Assert.Equal("Display", Assert.Single(outcome.Objects).GetProperty("content").GetString());
        Assert.Contains("\"isColor\":true", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_tells_what_was_written()
    {
        Psdicom.Outcome outcome = Psdicom.Run("page", "--json", "samples/ct/slice-1.dcm", "samples/mr/cine.dcm", "--frame", "1", "--content", "display", "-o", Page);
        JsonElement page = Assert.Single(outcome.Objects);
        Assert.Equal(
            ["path", "content", "seriesCount", "fileCount", "frameCount", "missingFrameCount", "length"], page.EnumerateObject().Select(property => property.Name));
        Assert.Equal((Page, "Display"), (page.GetProperty("path").GetString(), page.GetProperty("content").GetString()));
        Assert.Equal([2, 2, 2, 0], new[] { "seriesCount", "fileCount", "frameCount", "missingFrameCount" }.Select(name => page.GetProperty(name).GetInt32()));
        Assert.Equal(new FileInfo(Page).Length, page.GetProperty("length").GetInt64());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_and_the_others_are_in_the_page()
    {
        string bad = _folder.Combine("bad.dcm");
        File.WriteAllText(bad, "This is no DICOM file.");
        Psdicom.Outcome outcome = Psdicom.Run("page", bad, "samples/ct/slice-1.dcm", "--frame", "1,2", "-o", Page);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{bad}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("samples/ct/slice-1.dcm: There is no frame 2", outcome.Error, StringComparison.Ordinal);
        Assert.Equal([Page], outcome.Lines);
    }

    [Fact]
    public void A_page_that_exists_is_replaced_by_force_only()
    {
        File.WriteAllText(Page, "mine");
        Psdicom.Outcome outcome = Psdicom.Run("page", "samples/ct/slice-1.dcm", "-o", Page);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("already exists. Use force to replace it.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Page));
        Assert.Equal(0, Psdicom.Run("page", "samples/ct/slice-1.dcm", "-o", Page, "--force").ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Page), StringComparison.Ordinal);
        Assert.Contains("is an input file", Psdicom.Run("page", "samples/ct/slice-1.dcm", Page, "-o", Page, "--force").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_the_files_is_not_replaced()
    {
        File.WriteAllText(Page, Repository.Sample("ct/slice-1.dcm") + "\n");
        Assert.Contains("is an input file", Psdicom.Run("page", "--files-from", Page, "-o", Page, "--force").Error, StringComparison.Ordinal);
        Assert.Contains("slice-1", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_tells_the_page_and_writes_nothing()
    {
        Psdicom.Outcome outcome = Psdicom.Run("page", "--json", "--what-if", "samples/mr/cine.dcm", "-o", Page);
        JsonElement page = Assert.Single(outcome.Objects);
        Assert.Equal((Page, 1, 8), (page.GetProperty("path").GetString(), page.GetProperty("fileCount").GetInt32(), page.GetProperty("frameCount").GetInt32()));
        Assert.False(File.Exists(Page));
    }

    [Theory]
    [InlineData("samples/ct/slice-1.dcm")]
    [InlineData("samples/ct/slice-1.dcm -o page.png")]
    [InlineData("samples/ct/slice-1.dcm -o page.html --window None")]
    [InlineData("samples/ct/slice-1.dcm -o page.html --quality 0")]
    [InlineData("samples/ct/slice-1.dcm -o page.html --content pictures")]
    public void A_call_that_is_wrong_is_told(string arguments)
    {
        Psdicom.Outcome outcome = Psdicom.Run(["page", .. arguments.Split(' ')]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEmpty(outcome.Error);
    }
}
