using System.Text.RegularExpressions;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Operations.Show;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Operations.Show;

/// <summary>Frames in a terminal: their size, captions and rows.</summary>
public class ShownFramesTests
{
    [Theory]
    [InlineData(TerminalDrawing.HalfBlock, false, 40, 20)]
    [InlineData(TerminalDrawing.HalfBlock, true, 78, 39)]
    [InlineData(TerminalDrawing.Auto, false, 40, 20)]
    [InlineData(TerminalDrawing.Ascii, false, 40, 10)]
    [InlineData(TerminalDrawing.Sixel, false, 320, 160)]
    [InlineData(TerminalDrawing.Kitty, true, 780, 390)]
    public void Pictures_are_no_larger_than_their_pixels_unless_they_fill_the_columns(TerminalDrawing drawing, bool fills, int width, int height)
    {
        var options = new FrameShowOptions { Terminal = new TerminalFeatures { Drawing = drawing }, Columns = 78, FillsColumns = fills };
        ShownFrame shown = Show(Image(20, 40), options).Single();
        Assert.Equal((width, height), (shown.Picture.Width, shown.Picture.Height));
    }

    [Theory]
    [InlineData(20, 40, 10, null, 0, 10, 5)]
    [InlineData(40, 20, 78, 5, 0, 5, 10)]
    [InlineData(40, 20, 78, 5, 90, 20, 10)]
    public void Pictures_fit_into_columns_and_rows(int rows, int columns, int wide, int? high, int rotate, int width, int height)
    {
        var options = new FrameShowOptions { Columns = wide, Rows = high, Rendering = new RenderOptions { Rotate = rotate } };
        ShownFrame shown = Show(Image(rows, columns), options).Single();
        Assert.Equal((width, height), (shown.Picture.Width, shown.Picture.Height));
    }

    [Fact]
    public void Pixels_that_are_not_square_keep_their_shape()
    {
        DatasetBuilder image = Describe(20, 20).With(0x0028_0034, "IS", "2\\1").WithValue(FrameImage.PixelData, "OB", new byte[400]);
        ShownFrame shown = Show(image, new FrameShowOptions { Columns = 20 }).Single();
        Assert.Equal((20, 40), (shown.Picture.Width, shown.Picture.Height));
        Assert.Contains("20 x 20", shown.Caption, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000000000\\1", null, DicomErrorReason.PictureNotSupported)]
    [InlineData("1000000000\\1", 5, null)]
    [InlineData("1\\1000000000", null, null)]
    public void Pixels_of_an_impossible_shape_are_a_thin_picture_or_a_named_error(string aspect, int? rows, DicomErrorReason? reason)
    {
        DatasetBuilder image = Describe(20, 20).With(0x0028_0034, "IS", aspect).WithValue(FrameImage.PixelData, "OB", new byte[400]);
        var options = new FrameShowOptions { Columns = 20, Rows = rows };
        if (reason is null) Assert.Equal(1, Math.Min(Show(image, options).Single().Picture.Width, Show(image, options).Single().Picture.Height));
        else Assert.Equal(reason, Assert.Throws<DicomException>(() => Show(image, options)).Reason);
    }

    [Fact]
    public void Captions_have_name_number_size_and_window_and_no_patient()
    {
        string caption = Show(Image(2, 4, frames: 2), new FrameShowOptions { Rendering = new RenderOptions { Windowing = Windowing.Of(40, 80) } })[1].Caption;
        Assert.Matches(@"^\S+\.dcm  \[2/2\]  4 x 2  window 40/80$", caption);
        var named = new FrameShowOptions { Text = TagQuery.Parse(["PatientName"]) };
        Assert.EndsWith("PatientName=Roe<U+001B>[31m^R", Show(Image(2, 4), named)[0].Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_pictures_are_beside_each_other_below_their_captions()
    {
        var options = new FrameShowOptions { Columns = 29, PicturesInRow = 3, Terminal = new TerminalFeatures { Drawing = TerminalDrawing.Ascii } };
        List<ShownFrame> frames = Show(Image(2, 4, frames: 3, value: 255), options);
        string[] lines = FrameDrawing.Draw(frames, options).Split('\n');
        Assert.Equal("@@@@      @@@@      @@@@", lines[1]);
        Assert.Equal([0, 10, 20], Regex.Matches(lines[0], "(?<=^| )[^ ]+…|(?<=^| )[^ ]+").Cast<Match>().Select(match => match.Index));
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void Grey_and_colour_share_a_row()
    {
        var options = new FrameShowOptions { Columns = 9, PicturesInRow = 2 };
        DatasetBuilder color = new DatasetBuilder().Describe(2, 4, 8, samples: 3, photometric: "RGB").WithValue(FrameImage.PixelData, "OB", [.. Enumerable.Repeat(new byte[] { 1, 2, 3 }, 8).SelectMany(pixel => pixel)]);
        string drawn = FrameDrawing.Draw([Show(Image(2, 4, value: 9), options)[0], Show(color, options)[0]], options);
        Assert.EndsWith("\n\u001B[48;2;9;9;9m    \u001B[48;2;0;0;0m \u001B[48;2;1;2;3m    \u001B[0m", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_leave_no_place_are_an_error()
    {
        Assert.Throws<ArgumentException>(() => new FrameShowOptions { Columns = 5, PicturesInRow = 4 }.Validate());
        Assert.Throws<ArgumentException>(() => new FrameShowOptions { Columns = 0 }.Validate());
        Assert.Throws<ArgumentException>(() => new FrameShowOptions { Rendering = new RenderOptions { Rotate = 45 } }.Validate());
    }

    /// <summary>Without the sequences that pictures are made of, nothing is left that a terminal obeys, whatever the file holds.</summary>
    [Theory]
    [InlineData(TerminalDrawing.HalfBlock)]
    [InlineData(TerminalDrawing.Sixel)]
    [InlineData(TerminalDrawing.Kitty)]
    [InlineData(TerminalDrawing.Ascii)]
    public void No_control_character_comes_from_a_file(TerminalDrawing drawing)
    {
        var options = new FrameShowOptions { Terminal = new TerminalFeatures { Drawing = drawing }, Text = TagQuery.Parse(["PatientName"]), Columns = 300 };
        string drawn = FrameDrawing.Draw(Show(Image(20, 30), options), options);
        string rest = Regex.Replace(drawn, "\u001B\\[[0-9;]*m|\u001BP0;1;0q[-\"#$!0-9;?-~]*\u001B\\\\|\u001B_G[a-zA-Z0-9=,]*;[A-Za-z0-9+/=]*\u001B\\\\", "");
        Assert.DoesNotContain(rest, character => (char.IsControl(character) && character != '\n') || character == '\u202E');
        Assert.Contains("Roe<U+001B>", rest, StringComparison.Ordinal);
    }

    private static DatasetBuilder Describe(int rows, int columns, int? frames = null) =>
        new DatasetBuilder().With(0x0010_0010, "PN", "Roe\u001B[31m^R").Describe(rows, columns, 8, frames: frames);

    private static DatasetBuilder Image(int rows, int columns, int? frames = null, byte value = 0) =>
        Describe(rows, columns, frames).WithValue(FrameImage.PixelData, "OB", [.. Enumerable.Repeat(value, rows * columns * (frames ?? 1))]);

    private static List<ShownFrame> Show(DatasetBuilder image, FrameShowOptions options)
    {
        using var file = new TemporaryFile(image.ToFile());
        using IFrameSource<ShownFrame> frames = ShownFrames.Open(file.Path, options, default);
        var shown = new List<ShownFrame>();
        for (int frame = 1; frame <= frames.Count; frame++) shown.Add(frames.Read(frame));
        return shown;
    }
}
