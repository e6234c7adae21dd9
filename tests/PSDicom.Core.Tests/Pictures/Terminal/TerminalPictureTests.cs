using System.Globalization;
using System.Text.RegularExpressions;
using PSDicom.Pictures.Terminal;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Terminal;

/// <summary>Pictures as text for terminals, read again.</summary>
public class TerminalPictureTests
{
    [Fact]
    public void Half_blocks_are_two_pixels_a_character()
    {
        Assert.Equal("\u001B[38;2;1;1;1m\u001B[48;2;3;3;3m\u2580\u001B[38;2;2;2;2m\u001B[48;2;4;4;4m\u2580\u001B[0m", HalfBlocks.Draw(Grey(2, 2, 1, 2, 3, 4)));
    }

    [Fact]
    public void Half_blocks_of_one_colour_are_blanks_and_of_the_reverse_lower_halves()
    {
        Assert.Equal("\u001B[48;2;9;9;9m  \u001B[0m", HalfBlocks.Draw(Grey(2, 2, 9, 9, 9, 9)));
        Assert.Equal("\u001B[38;2;1;1;1m\u001B[48;2;2;2;2m\u2580\u2584\u001B[0m", HalfBlocks.Draw(Grey(2, 2, 1, 2, 2, 1)));
    }

    [Fact]
    public void The_last_row_of_an_odd_number_has_nothing_below_it() =>
        Assert.Equal("\u001B[38;2;7;7;7m\u001B[48;2;8;8;8m\u2580\u001B[0m\n\u001B[38;2;9;9;9m\u2580\u001B[0m", HalfBlocks.Draw(Grey(1, 3, 7, 8, 9)));

    [Fact]
    public void Half_blocks_have_colours() => Assert.Equal(
        "\u001B[38;2;1;2;3m\u001B[48;2;4;5;6m\u2580\u001B[0m", HalfBlocks.Draw(new Picture(new byte[] { 1, 2, 3, 4, 5, 6 }) { Width = 1, Height = 2, SamplesPerPixel = 3 }));

    [Fact]
    public void Letters_go_from_blank_to_white()
    {
        Assert.Equal(" .\n+@", Letters.Draw(Grey(2, 2, 0, 26, 128, 255)));
        Assert.Equal("@ ", Letters.Draw(new Picture(new byte[] { 255, 255, 255, 0, 0, 40 }) { Width = 2, Height = 1, SamplesPerPixel = 3 }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 6)]
    [InlineData(300, 7)]
    [InlineData(17, 40)]
    public void Sixel_of_greys_has_101_of_them(int width, int height)
    {
        Picture picture = Grey(width, height, [.. Enumerable.Range(0, width * height).Select(i => (byte)((i * 37) ^ (i >> 5)))]);
        int[] percents = ReadSixel(Sixel.Draw(picture), width, height);
        Assert.Equal(((byte[])picture.Pixels).Select(sample => (int)Math.Round(sample * 100 / 255.0) * 0x01_0101), percents);
    }

    [Fact]
    public void Sixel_of_few_colours_has_each_of_them()
    {
        byte[] colors = [255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 102, 153, 255, 0, 0, 0, 0, 0, 255, 255, 255, 51, 102, 153];
        int[] percents = ReadSixel(Sixel.Draw(new Picture(colors) { Width = 2, Height = 4, SamplesPerPixel = 3 }), 2, 4);
        Assert.Equal([100 << 16, 100 << 8, 100, (20 << 16) | (40 << 8) | 60, 100 << 16, 0, 0x64_6464, (20 << 16) | (40 << 8) | 60], percents);
    }

    [Fact]
    public void Sixel_counts_runs() => Assert.EndsWith("#0!255~\u001B\\", Sixel.Draw(Grey(255, 6, new byte[255 * 6])), StringComparison.Ordinal);

    [Fact]
    public void Kitty_has_PNG_in_pieces()
    {
        var random = new Random(1);
        byte[] samples = new byte[100 * 90];
        random.NextBytes(samples);
        string text = Kitty.Draw(Grey(100, 90, samples), 40);
        MatchCollection pieces = Regex.Matches(text, "\u001B_G([^;]*);([^\u001B]*)\u001B\\\\");
        Assert.Equal(text.Length, pieces.Cast<Match>().Sum(piece => piece.Length));
        Assert.Equal("a=T,f=100,q=2,c=40,m=1", pieces[0].Groups[1].Value);
        Assert.All(pieces.Cast<Match>().Skip(1).Take(pieces.Count - 2), piece => Assert.Equal("m=1", piece.Groups[1].Value));
        Assert.Equal("m=0", pieces[pieces.Count - 1].Groups[1].Value);
        Assert.All(pieces.Cast<Match>(), piece => Assert.InRange(piece.Groups[2].Length, 1, 4096));
        byte[] png = Convert.FromBase64String(string.Concat(pieces.Cast<Match>().Select(piece => piece.Groups[2].Value)));
        Assert.Equal(PictureFolder.Write(PictureFormat.Png, [Grey(100, 90, samples)]), png);
    }

    [Fact]
    public void Pictures_of_16_bits_are_shown_by_their_upper_8()
    {
        Picture picture = TerminalPixels.Of(new Picture(new ushort[] { 0, 0x7FFF, 0xFFFF }) { Width = 3, Height = 1, SamplesPerPixel = 1 });
        Assert.Equal(new byte[] { 0, 0x7F, 0xFF }, picture.Pixels);
        DicomException exception = Assert.Throws<DicomException>(() => TerminalPixels.Of(new Picture(new float[1]) { Width = 1, Height = 1, SamplesPerPixel = 1 }));
        Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
    }

    private static Picture Grey(int width, int height, params byte[] samples) => new(samples) { Width = width, Height = height, SamplesPerPixel = 1 };

    /// <summary>Draws what a terminal would: the percents of each pixel as three bytes.</summary>
    private static int[] ReadSixel(string text, int width, int height)
    {
        Match frame = Regex.Match(text, "^\u001BP0;1;0q\"1;1;([0-9]+);([0-9]+)(.*)\u001B\\\\$");
        Assert.Equal((width, height), (Number(frame.Groups[1].Value), Number(frame.Groups[2].Value)));
        int[] pixels = [.. Enumerable.Repeat(-1, width * height)];
        var colors = new Dictionary<int, int>();
        int x = 0, y = 0, color = -1;
        foreach (Match token in Regex.Matches(frame.Groups[3].Value, @"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])"))
        {
            if (token.Groups[1].Success) colors.Add(Number(token.Groups[1].Value), (Number(token.Groups[2].Value) << 16) | (Number(token.Groups[3].Value) << 8) | Number(token.Groups[4].Value));
            else if (token.Groups[5].Success) color = colors[Number(token.Groups[5].Value)];
            else if (token.Groups[6].Success) Paint(token.Groups[7].Value[0], Number(token.Groups[6].Value));
            else if (token.Groups[8].Success) Paint(token.Groups[8].Value[0], 1);
            else (x, y) = (0, token.Value == "-" ? y + 6 : y);
        }

        Assert.DoesNotContain(-1, pixels);
        return pixels;

        void Paint(char sixel, int count)
        {
            for (; count > 0; count--, x++)
            {
                for (int bit = 0; bit < 6; bit++)
                {
                    if (((sixel - '?') >> bit & 1) != 0) pixels[((y + bit) * width) + x] = color;
                }
            }
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
