using PSDicom.Codecs.Jpeg.Decoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class RestartIntervalsTests
{
    [Fact]
    public void Intervals_begin_behind_their_markers()
    {
        byte[] data = [9, 1, 0xFF, 0, 0xFF, 0xFF, 0xD0, 2, 0xFF, 0xD1, 0xFF, 0xD2, 3, 0xFF, 0xFF, 0, 4, 0xFF, 0xD9];
        int position = 1;
        RestartIntervals? found = RestartIntervals.Find(data, ref position, 4);
        Assert.Equal([1, 7, 10, 12], Enumerable.Range(0, found!.Count).Select(i => found[i]));
        Assert.Equal(17, position);
    }

    [Fact]
    public void Markers_are_counted_from_0_again_after_7()
    {
        byte[] data = [.. Enumerable.Range(0, 10).SelectMany(i => new byte[] { 1, 0xFF, (byte)(0xD0 + (i % 8)) }), 1];
        int position = 0;
        Assert.Equal(11, RestartIntervals.Find(data, ref position, 11)!.Count);
        Assert.Equal(data.Length, position);
    }

    [Theory]
    [InlineData("one marker is missing", 3, 1, 0xFF, 0xD0, 2, 0xFF, 0xD9)]
    [InlineData("one comes twice", 3, 1, 0xFF, 0xD0, 2, 0xFF, 0xD0, 3)]
    [InlineData("one is left out", 3, 1, 0xFF, 0xD0, 2, 0xFF, 0xD2, 3)]
    [InlineData("another marker is between", 3, 1, 0xFF, 0xD0, 2, 0xFF, 0x01, 2, 0xFF, 0xD1, 3)]
    [InlineData("there is but one", 1, 1, 2, 3)]
    [InlineData("the data end", 2, 1, 2, 3, 0xFF)]
    public void Where_markers_are_not_as_they_should_be_there_are_none(string what, int count, params int[] data)
    {
        int position = 0;
        RestartIntervals? found = RestartIntervals.Find(data.Select(value => (byte)value).ToArray(), ref position, count);
        Assert.True(found is null, what);
        Assert.Equal(0, position);
    }
}
