using PSDicom.Pictures.Gif;

namespace PSDicom.Core.Tests.Pictures.Gif;

public class FrameDelaysTests
{
    [Fact]
    public void Without_times_each_picture_is_shown_for_a_tenth_of_a_second() => Assert.Equal([10, 10, 10], Take(3));

    [Fact]
    public void What_is_rounded_off_comes_with_a_later_picture()
    {
        Assert.Equal([3, 4, 3, 3, 4, 3], Take(6, 33.3333333));
        Assert.Equal(1000, Take(300, 33.3333333).Sum());
        Assert.Equal([4, 6, 10, 9], Take(4, 44, 56, 96));
    }

    [Fact]
    public void The_last_time_goes_on() => Assert.Equal([5, 20, 20, 20], Take(4, 50, 200));

    [Fact]
    public void None_is_shorter_than_browsers_show_and_later_ones_make_up_for_it()
    {
        Assert.Equal([2, 2, 2, 2], Take(4, 1));
        Assert.Equal([2, 2, 6, 5], Take(4, 0, 10, 90, 50));
    }

    [Fact]
    public void None_is_longer_than_can_be_told() => Assert.Equal(65535, Take(1, 1e6)[0]);

    private static int[] Take(int count, params double[] milliseconds)
    {
        var delays = new FrameDelays(Array.ConvertAll(milliseconds, time => TimeSpan.FromTicks((long)(time * TimeSpan.TicksPerMillisecond))));
        return [.. Enumerable.Range(0, count).Select(_ => (int)delays.Next())];
    }
}
