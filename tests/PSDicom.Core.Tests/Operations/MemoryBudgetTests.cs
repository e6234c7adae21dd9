using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Operations;

public sealed class MemoryBudgetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shares_are_given_as_long_as_there_are_bytes_and_come_back_once()
    {
        var budget = new MemoryBudget(10);
        MemoryBudget.Share? first = budget.TryTake(6);
        Assert.NotNull(first);
        Assert.Null(budget.TryTake(5));
        Assert.NotNull(budget.TryTake(4));
        first.Dispose();
        first.Dispose();
        Assert.Equal(6, budget.Left);
    }

    [Fact]
    public void Of_nothing_there_is_no_share() => Assert.Null(new MemoryBudget(10).TryTake(0));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_file_is_read_whole_if_there_is_room_for_it(int room, bool isLoaded)
    {
        string path = _folder.AddFile("f.dcm");
        byte[] bytes = new DatasetBuilder().Describe(1, 1, 8, frames: 2).WithValue(FrameImage.PixelData, "OB", [7, 8]).ToFile();
        File.WriteAllBytes(path, bytes);
        var budget = new MemoryBudget(bytes.Length + room);
        using (FrameFile file = FrameFile.Open(path, [], null, CancellationToken.None, budget))
        {
            Assert.Equal(isLoaded ? 0 : bytes.Length + room, budget.Left);

            // What is in memory needs the file no longer.
            using (FileStream cut = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) cut.SetLength(0);
            if (isLoaded) Assert.Equal(new byte[] { 8 }, file.Decode(2, FrameThreads.One).Cells);
            else Assert.Equal(DicomErrorReason.ValueNotAvailable, Assert.Throws<DicomException>(() => file.Decode(2, FrameThreads.One)).Reason);
        }

        Assert.Equal(bytes.Length + room, budget.Left);
    }

    [Fact]
    public void A_file_that_cannot_be_used_gives_its_share_back()
    {
        string path = _folder.AddFile("text");
        File.WriteAllText(path, "This is a text, and a long one, so that there is something to look at.");
        var budget = new MemoryBudget(1000);
        Assert.Equal(path, Assert.Throws<DicomException>(() => FrameFile.Open(path, [], null, CancellationToken.None, budget)).Path);
        Assert.Equal(1000, budget.Left);
    }
}
