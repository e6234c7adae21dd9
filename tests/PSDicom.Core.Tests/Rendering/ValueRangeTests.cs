using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

public class ValueRangeTests
{
    // Of 201 values 0..200, 1% of the 200 steps is left out at either end: 2.
    [Theory]
    [InlineData(0, 0, 200)]
    [InlineData(0.01, 2, 198)]
    [InlineData(0.25, 50, 150)]
    public void Tails_are_left_out(double tail, double minimum, double maximum)
    {
        double[] values = [.. Enumerable.Range(0, 201).Select(i => (double)(i * 7 % 201))];
        int[] counts = [.. Enumerable.Repeat(1, 201)];
        Assert.Equal(new ValueRange(minimum, maximum), ValueRange.Of([.. values], tail));
        Assert.Equal(new ValueRange(minimum, maximum), ValueRange.Of(values, counts, tail));
    }

    [Fact]
    public void Values_count_as_often_as_they_occur()
    {
        // 5 5 5 5 5 5 5 5 5 9: 10% of 9 steps is 0 values, 12% is 1.
        Assert.Equal(new ValueRange(5, 9), ValueRange.Of([9.0, 1, 5], [1, 0, 9], 0.1));
        Assert.Equal(new ValueRange(5, 5), ValueRange.Of([9.0, 1, 5], [1, 0, 9], 0.12));
    }

    [Fact]
    public void Infinities_and_what_is_not_a_number_are_left_out()
    {
        double[] values = [double.NaN, double.NegativeInfinity, 3, 4, double.PositiveInfinity];
        Assert.Equal(new ValueRange(3, 4), ValueRange.Of(values, [9, 9, 1, 1, 9], 0));
        Assert.Equal(new ValueRange(3, 4), ValueRange.Of([double.NaN, double.NegativeInfinity, 4, 3, double.PositiveInfinity], 0));
    }

    [Fact]
    public void Of_nothing_it_is_0()
    {
        Assert.Equal(default, ValueRange.Of([double.NaN], 0.01));
        Assert.Equal(default, ValueRange.Of([1.0], [0], 0.01));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 7)]
    [InlineData(1000, 1_000_000)]
    public void Selection_finds_what_sorting_finds(int count, int kinds)
    {
        var random = new Random(count + kinds);
        double[] numbers = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(kinds))];
        double[] sorted = [.. numbers.Order()];
        for (int rank = 0; rank < count; rank += 1 + (count / 10)) Assert.Equal(sorted[rank], RankSelection.Find(numbers.ToArray(), rank));
        Assert.Equal(sorted[^1], RankSelection.Find(sorted.ToArray(), count - 1));
    }
}
