using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

public class WorkBudgetTests
{
    [Fact]
    public void Each_byte_allows_so_many_steps_beyond_those_that_are_free()
    {
        var budget = new WorkBudget(compressed: 10);
        budget.Spend(DicomLimits.MinimumWork);
        budget.Spend(10 * DicomLimits.MaxWorkPerByte);
        Assert.Equal(DicomErrorReason.TooMuchWork, Assert.Throws<DicomException>(() => budget.Spend(1)).Reason);
    }
}
