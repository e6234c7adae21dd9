using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

public class FrameNumbersTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1,10..12", "1 10 11 12")]
    [InlineData("1, 10-12", "1 10 11 12")]
    [InlineData("3..1", "3 2 1")]
    [InlineData("2-2,2..2", "2 2")]
    public void Lists_are_read(string text, string expected) => Assert.Equal(expected, string.Join(" ", FrameNumbers.TryParse(text) ?? []));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1,,2")]
    [InlineData("3-1")]
    [InlineData("1..2..3")]
    [InlineData("1-2-3")]
    [InlineData("0..3")]
    [InlineData("a..b")]
    [InlineData("-1")]
    [InlineData("1..99999999")]
    [InlineData("1-2147483647,1-2147483647")]
    public void What_is_none_is_not(string text) => Assert.Null(FrameNumbers.TryParse(text));
}
