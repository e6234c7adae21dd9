using PSDicom.Codecs.Jpeg2000.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The search of the step of quantization by the size that it gives.</summary>
public class StepSearchTests
{
    [Fact]
    public void Sizes_that_change_evenly_are_found_with_few_tries()
    {
        int tries = 0;
        double step = StepSearch.Find(1, 10_000, 0.99, tried => Count(ref tries, (long)(1e6 / Math.Pow(tried, 0.9))));
        Assert.InRange(1e6 / Math.Pow(step, 0.9), 9_900, 10_001);
        Assert.InRange(tries, 2, 6);
    }

    /// <summary>Blank and periodic images have few sizes: their coefficients become 0 all at once.</summary>
    [Theory]
    [InlineData(0.99, 20)]
    [InlineData(0.85, 16)]
    public void Sizes_that_jump_do_not_cost_all_tries(double close, int most)
    {
        foreach (double jump in (double[])[3, 62.876, 700])
        {
            int tries = 0;
            double step = StepSearch.Find(1.28, 23_129, close, tried => Count(ref tries, tried < jump / 2 ? 48_638 : tried < jump ? 24_627 : 16_306));
            Assert.InRange(step, jump, jump * (1 + (2 * (1 - close))));
            Assert.InRange(tries, 2, most);
        }
    }

    private static long Count(ref int tries, long size)
    {
        tries++;
        return size;
    }
}
