namespace PSDicom.Cli.Tests;

public class ShowTests
{
    [Fact]
    public void Without_a_terminal_half_blocks_are_drawn()
    {
        string[] lines = Psdicom.Run("show", "samples/mr/cine.dcm", "--frame", "2", "--width", "8").Lines;
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("cine.dc…", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Matches("^(\u001B\\[[34]8;2;[0-9;]+m|[ \u2580\u2584])+\u001B\\[0m$", line));
    }

    [Fact]
    public void Frames_stand_beside_each_other_and_the_last_row_may_be_short()
    {
        string[] lines = Psdicom.Run("show", "samples/mr/cine.dcm", "--frame", "1..3", "--columns", "2", "--width", "41", "--as", "ascii").Lines;
        Assert.Equal(2 * 11, lines.Length);
        Assert.Equal("cine.dcm  [1/8]  64… cine.dcm  [2/8]  64…", lines[0]);
        Assert.Equal("cine.dcm  [3/8]  64…", lines[11]);
        Assert.Equal((41, 20), (lines[5].Length, lines[16].Length));
    }

    [Theory]
    [InlineData("--columns is a whole number from 1 on", "--columns", "0")]
    [InlineData("row of 9 pictures does not fit", "--columns", "9", "--width", "9")]
    [InlineData("--as is one of Auto, HalfBlock, Sixel, Kitty, Ascii", "--as", "ink")]
    public void What_cannot_be_shown_is_a_wrong_call(string message, params string[] options)
    {
        Psdicom.Outcome outcome = Psdicom.Run(["show", "samples/mr/cine.dcm", .. options]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.ErrorLines[0], StringComparison.Ordinal);
    }
}
