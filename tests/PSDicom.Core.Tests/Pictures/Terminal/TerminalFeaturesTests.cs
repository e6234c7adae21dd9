using PSDicom.Pictures.Terminal;

namespace PSDicom.Core.Tests.Pictures.Terminal;

/// <summary>What terminals say of themselves.</summary>
public class TerminalFeaturesTests
{
    [Theory]
    [InlineData("TERM=xterm-kitty", TerminalDrawing.Kitty)]
    [InlineData("KITTY_WINDOW_ID=1", TerminalDrawing.Kitty)]
    [InlineData("TERM_PROGRAM=ghostty", TerminalDrawing.Kitty)]
    [InlineData("TERM=dumb", TerminalDrawing.Ascii)]
    [InlineData("TERM=tmux-256color;KITTY_WINDOW_ID=1", TerminalDrawing.HalfBlock)]
    [InlineData("TERM=screen;KITTY_WINDOW_ID=1", TerminalDrawing.HalfBlock)]
    [InlineData("TMUX=x;KITTY_WINDOW_ID=1", TerminalDrawing.HalfBlock)]
    [InlineData("STY=1;KITTY_WINDOW_ID=1", TerminalDrawing.HalfBlock)]
    [InlineData("PSDICOM_GRAPHICS=sixel;TMUX=x", TerminalDrawing.Sixel)]
    [InlineData("TERM=xterm-256color", null)]
    [InlineData("SSH_CONNECTION=1;TERM=xterm-kitty", TerminalDrawing.Kitty)]
    [InlineData("", null)]
    public void Environment(string variables, TerminalDrawing? drawing) => Assert.Equal(drawing, Read(variables)?.Drawing);

    [Theory]
    [InlineData("TERM=xterm-kitty", TerminalDrawing.HalfBlock)]
    [InlineData("", TerminalDrawing.HalfBlock)]
    [InlineData("TERM=dumb", TerminalDrawing.Ascii)]
    [InlineData("PSDICOM_GRAPHICS=Kitty", TerminalDrawing.Kitty)]
    public void What_does_not_go_to_the_terminal_is_what_every_terminal_shows(string variables, TerminalDrawing drawing) =>
        Assert.Equal(drawing, Read(variables, isSafe: true)!.Drawing);

    [Fact]
    public void The_SSH_server_of_Windows_passes_no_pictures_on() =>
        Assert.Equal(TerminalDrawing.HalfBlock, Read("SSH_CONNECTION=1;TERM=xterm-kitty", isWindows: true)!.Drawing);

    [Theory]
    [InlineData("much")]
    [InlineData("Auto")]
    [InlineData("2")]
    public void An_override_that_is_no_way_of_drawing_is_an_error(string name) =>
        Assert.Contains("PSDICOM_GRAPHICS", Assert.Throws<ArgumentException>(() => Read("PSDICOM_GRAPHICS=" + name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\u001B[?62;4;22c", TerminalDrawing.Sixel, 10, 20)]
    [InlineData("\u001B[6;24;12t\u001B[?62;4;22c", TerminalDrawing.Sixel, 12, 24)]
    [InlineData("\u001B[?4;6c", TerminalDrawing.HalfBlock, 10, 20)]
    [InlineData("\u001B[?1;2c", TerminalDrawing.HalfBlock, 10, 20)]
    [InlineData("\u001B[?64;14c", TerminalDrawing.HalfBlock, 10, 20)]
    [InlineData("\u001B[6;0;12t\u001B[?62;4c", TerminalDrawing.Sixel, 10, 20)]
    [InlineData("\u001B[6;99999;12t\u001B[?62;4c", TerminalDrawing.Sixel, 10, 20)]
    [InlineData("\u001B[6;", TerminalDrawing.HalfBlock, 10, 20)]
    [InlineData("typed ahead", TerminalDrawing.HalfBlock, 10, 20)]
    [InlineData("", TerminalDrawing.HalfBlock, 10, 20)]
    public void Answers(string answer, TerminalDrawing drawing, int width, int height)
    {
        TerminalFeatures features = TerminalFeatures.OfAnswer(answer);
        Assert.Equal((drawing, width, height), (features.Drawing, features.CellWidth, features.CellHeight));
    }

    private static TerminalFeatures? Read(string variables, bool isSafe = false, bool isWindows = false)
    {
        Dictionary<string, string> named = variables.Split(';').Where(part => part.Length > 0).ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
        return TerminalFeatures.OfEnvironment(name => named.TryGetValue(name, out string? value) ? value : null, isSafe, isWindows);
    }
}
