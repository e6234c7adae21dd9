using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

/// <summary>The pixels that <c>psdicom protect</c> makes black, and their review.</summary>
public sealed class ProtectPixelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pixels_of_a_rectangle_become_black()
    {
        string path = Write("us.dcm", "US");
        Psdicom.Outcome outcome = Psdicom.Run("protect", path, "-o", Out, "--clean", "PixelData", "--region", "0,0,4,1", "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonElement row = Assert.Single(outcome.Objects);
        Assert.Equal(("0,0,4,1", "User", "1.2.840.10008.1.2.1"), (row.GetProperty("blackedBoxes")[0].GetString(), row.GetProperty("blackedBy")[0].GetString(), row.GetProperty("transferSyntax").GetString()));
        DicomFile copy = DicomFile.Open(row.GetProperty("path").GetString()!);
        Assert.Equal([0, 0, 0, 0, 5, 6, 7, 8], (byte[])copy.GetDataset()["PixelData"]!.Value!);
    }

    [Fact]
    public void Recipes_come_from_a_table()
    {
        string path = Write("us.dcm", "US"), table = _folder.Combine("recipes.csv");
        File.WriteAllText(table, "Name,Modality,Boxes\nAcme,US,\"0,1,2,1\"\n");
        JsonElement row = Assert.Single(Psdicom.Run("protect", path, "-o", Out, "--clean", "PixelData", "--region-table", table, "--json").Objects);
        Assert.Equal("Acme", row.GetProperty("blackedBy")[0].GetString());
        File.WriteAllText(table, "Name\n");
        Assert.Equal(2, Psdicom.Run("protect", path, "-o", Out, "--clean", "PixelData", "--region-table", table).ExitCode);
    }

    [Fact]
    public void A_review_lists_images_and_writes_a_page_only()
    {
        string at = Write("us.dcm", "US"), other = Write("ct.dcm", "CT"), sheet = _folder.Combine("review.html");
        Psdicom.Outcome outcome = Psdicom.Run("protect", at, other, "--review", "--contact-sheet", sheet);
        Assert.Equal((0, $"{at}: refused (BurnedInPossible): images of modality US often have\n"), (outcome.ExitCode, outcome.Output));
        Assert.Contains("us.dcm", File.ReadAllText(sheet), StringComparison.Ordinal);
        Assert.DoesNotContain("ct.dcm", File.ReadAllText(sheet), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
        JsonElement row = Assert.Single(Psdicom.Run("protect", at, other, "--review", "--clean", "PixelData", "--region", "1,1,1,1", "--json").Objects, element => element.GetProperty("modality").GetString() == "US");
        Assert.Equal(("Cleaned", "User", "1,1,1,1", 1), (row.GetProperty("result").GetString(), row.GetProperty("blackedBy")[0].GetString(), row.GetProperty("blackedBoxes")[0].GetString(), row.GetProperty("frameCount").GetInt32()));
        Assert.Equal($"{at}: cleaned: images of modality US often have; black by User: 1,1,1,1\n", Psdicom.Run("protect", at, "--review", "--clean", "PixelData", "--region", "1,1,1,1").Output);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        string path = Write("us.dcm", "US");
        Assert.Equal(2, Psdicom.Run("protect", path).ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", path, "--review", "-o", Out).ExitCode);
        foreach (string option in (string[])["--report", "--save-map"]) Assert.Equal(2, Psdicom.Run("protect", path, "--review", option, _folder.Combine("a")).ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", path, "-o", Out, "--contact-sheet", _folder.Combine("a.html")).ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", path, "-o", Out, "--clean", "PixelData", "--region", "1,2").ExitCode);
        Assert.Equal(2, Psdicom.Run("protect", path, "-o", Out, "--region", "1,2,3,4").ExitCode);
        Assert.Equal(1, Psdicom.Run("protect", path, "-o", Out, "--clean", "PixelData").ExitCode);
    }

    private string Write(string name, string modality)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, new DatasetBuilder()
            .With(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2").With(0x0008_0018, "UI", "1.2.3.4").With(0x0008_0060, "CS", modality)
            .With(0x0028_0002, "US", 1).With(0x0028_0004, "CS", "MONOCHROME2").With(0x0028_0010, "US", 2).With(0x0028_0011, "US", 4)
            .With(0x0028_0100, "US", 8).With(0x0028_0101, "US", 8).With(0x0028_0102, "US", 7).With(0x0028_0103, "US", 0)
            .WithValue(0x7FE0_0010, "OB", 1, 2, 3, 4, 5, 6, 7, 8).ToFile());
        return path;
    }
}
