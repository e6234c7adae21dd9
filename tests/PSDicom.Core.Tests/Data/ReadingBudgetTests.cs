using PSDicom.Data;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Data;

public class ReadingBudgetTests
{
    private const int Bytes = 1000;

    /// <summary>The memory that a file may take without a share.</summary>
    private const long Own = DicomLimits.MinimumInMemory + ((long)Bytes * DicomLimits.MaxInMemoryPerByte);

    [Fact]
    public void Memory_justified_by_the_bytes_is_not_shared()
    {
        var shared = new MemoryBudget(100);
        new ReadingBudget(() => Bytes, shared, default).SpendMemory(Own);
        Assert.Equal(100, shared.Free);
    }

    [Fact]
    public void Memory_beyond_the_file_s_own_is_shared_by_all_files()
    {
        var shared = new MemoryBudget(10 << 20);
        var first = new ReadingBudget(() => Bytes, shared, default);
        first.SpendMemory(Own + (9 << 20));
        first.EndReading();
        Assert.Equal(1 << 20, shared.Free);

        var second = new ReadingBudget(() => Bytes, shared, default);
        DicomException exception = Assert.Throws<DicomException>(() => second.SpendMemory(Own + (2 << 20)));
        second.EndReading();
        Assert.Equal(DicomErrorReason.TooManyElements, exception.Reason);

        first.Share!.Dispose();
        var third = new ReadingBudget(() => Bytes, shared, default);
        third.SpendMemory(Own + (2 << 20));
        third.EndReading();
        GC.KeepAlive(first);
    }

    [Fact]
    public void One_file_does_not_take_all_that_is_shared()
    {
        var shared = new MemoryBudget(2L * DicomLimits.MaxSharedByFile);
        var budget = new ReadingBudget(() => Bytes, shared, default);
        Assert.Throws<DicomException>(() => budget.SpendMemory(Own + DicomLimits.MaxSharedByFile + 1));
        budget.EndReading();
    }

    [Fact]
    public void Waiting_for_another_file_ends_when_the_work_does()
    {
        var shared = new MemoryBudget(10 << 20);
        var first = new ReadingBudget(() => Bytes, shared, default);
        first.SpendMemory(Own + 1);
        var second = new ReadingBudget(() => Bytes, shared, new CancellationToken(canceled: true));
        Assert.ThrowsAny<OperationCanceledException>(() => second.SpendMemory(Own + 1));
        second.EndReading();
        first.EndReading();
    }

    [Fact]
    public void Steps_grow_with_the_bytes_that_were_read()
    {
        long bytes = 0;
        var budget = new ReadingBudget(() => bytes, new MemoryBudget(0), default);
        for (int i = 0; i < DicomLimits.MinimumSteps; i++) budget.SpendStep();
        bytes = 1;
        for (int i = 0; i < DicomLimits.MaxStepsPerByte; i++) budget.SpendStep();
        Assert.Equal(DicomErrorReason.TooManyElements, Assert.Throws<DicomException>(budget.SpendStep).Reason);
    }
}
