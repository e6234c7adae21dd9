using PSDicom.Core.Tests.Frames;
using PSDicom.Core.Tests.Operations;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Threading;

public sealed class MemoryBudgetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shares_are_taken_while_bytes_are_free_and_released_once()
    {
        var budget = new MemoryBudget(10);
        MemoryBudget.Share? first = budget.TryTake(6);
        Assert.NotNull(first);
        Assert.Null(budget.TryTake(5));
        Assert.NotNull(budget.TryTake(4));
        first.Dispose();
        first.Dispose();
        Assert.Equal(6, budget.Free);
    }

    [Fact]
    public void A_waiting_frame_gets_released_memory()
    {
        var budget = new MemoryBudget(10);
        MemoryBudget.Share first = budget.Take(10, default)!;
        using var isGiven = new ManualResetEventSlim();
        var waiting = new Thread(() =>
        {
            using MemoryBudget.Share? second = budget.Take(4, default);
            isGiven.Set();
        });
        waiting.Start();
        Assert.False(isGiven.IsSet);
        first.Dispose();
        waiting.Join();
        Assert.True(isGiven.IsSet);
        Assert.Equal(10, budget.Free);
    }

    [Fact]
    public void Waiting_ends_when_the_work_does()
    {
        var budget = new MemoryBudget(10);
        using MemoryBudget.Share first = budget.Take(10, default)!;
        Assert.Throws<OperationCanceledException>(() => budget.Take(1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Frames_wait_only_for_what_their_bytes_do_not_justify()
    {
        Assert.Null(FrameMemory.OfSamples(100L << 20, (100 << 20) / DicomLimits.MaxUncountedPerByte, default));
        using MemoryBudget.Share? share = FrameMemory.OfSamples(100L << 20, 1, default);
        Assert.InRange(share!.Count, 99L << 20, 100L << 20);
    }

    [Fact]
    public void Decoding_that_takes_far_more_memory_than_there_are_bytes_is_refused()
    {
        using MemoryBudget.Share? most = FrameMemory.OfDecoding(DicomLimits.MinimumToDecode, 0, default);
        DicomException exception = Assert.Throws<DicomException>(() => FrameMemory.OfDecoding(DicomLimits.MinimumToDecode + 1025L, 1, default));
        Assert.Equal(DicomErrorReason.FrameTooLarge, exception.Reason);
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
        using (FrameFile file = FrameFile.Open(new OpenFile(path), [], null, CancellationToken.None, budget))
        {
            Assert.Equal(isLoaded ? 0 : bytes.Length + room, budget.Free);

            // The file is in memory and no longer needed.
            using (FileStream cut = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) cut.SetLength(0);
            if (isLoaded) Assert.Equal(new byte[] { 8 }, file.Decode(2, FrameThreads.One).Cells);
            else Assert.Equal(DicomErrorReason.ValueNotAvailable, Assert.Throws<DicomException>(() => file.Decode(2, FrameThreads.One)).Reason);
        }

        Assert.Equal(bytes.Length + room, budget.Free);
    }

    [Fact]
    public void A_file_that_cannot_be_used_gives_its_share_back()
    {
        string path = _folder.AddFile("text");
        File.WriteAllText(path, "This is a text, and a long one, so that there is something to look at.");
        var budget = new MemoryBudget(1000);
        Assert.Equal(path, Assert.Throws<DicomException>(() => FrameFile.Open(new OpenFile(path), [], null, CancellationToken.None, budget)).Path);
        Assert.Equal(1000, budget.Free);
    }
}
