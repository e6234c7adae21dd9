using PSDicom.Fuzz;

namespace PSDicom.Core.Tests;

public class SoakSampleTests
{
    private static readonly SoakSample First = new(2000, 1000, WorkingSet: 100_000, Heap: 10_000, Handles: 50, Refused: 3);

    [Fact]
    public void A_process_that_holds_as_much_as_before_has_not_grown() =>
        Assert.Empty((First with { Reads = 10_000, FilesPerSecond = 1, WorkingSet = 119_999, Heap = 11_999, Refused = 15 }).GrowthSince(First));

    [Fact]
    public void What_has_grown_is_named()
    {
        Assert.Equal(["memory"], (First with { WorkingSet = 120_001 }).GrowthSince(First));
        Assert.Equal(["heap"], (First with { Heap = 12_001 }).GrowthSince(First));
        Assert.Equal(["handles"], (First with { Handles = 51 }).GrowthSince(First));
    }

    [Fact]
    public void Handles_that_are_open_count()
    {
        int before = SoakSample.Take(0, 0, 0).Handles;
        FileStream[] open = [.. Enumerable.Range(0, 50).Select(_ => new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.DeleteOnClose))];
        int with = SoakSample.Take(0, 0, 0).Handles;
        foreach (FileStream stream in open) stream.Dispose();

        // Other tests open and close some meanwhile.
        Assert.InRange(with - before, 20, 500);
    }
}
