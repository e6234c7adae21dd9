using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

public class WindowingTests
{
    [Theory]
    [InlineData("Default")]
    [InlineData("none")]
    [InlineData(" MINMAX ")]
    [InlineData("min-max")]
    [InlineData("Percentile")]
    public void Names_that_stand_for_a_rule_are_read_in_any_case(string text)
    {
        Windowing expected = text.Trim().ToUpperInvariant()[..2] switch
        {
            "DE" => Windowing.Default,
            "NO" => Windowing.None,
            "MI" => Windowing.MinMax,
            _ => Windowing.Percentile,
        };
        Assert.Same(expected, Windowing.Parse(text));
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("Brain", "Brain")]
    [InlineData("WINDOW1", "WINDOW1")]
    [InlineData("99999999999", "99999999999")]
    public void Numbers_and_names_are_kept_as_written(string text, string expected) => Assert.Equal(expected, Windowing.Parse(text).ToString());

    [Theory]
    [InlineData("40/400", "40/400")]
    [InlineData("40,80", "40/80")]
    [InlineData(" -600 / 1500 ", "-600/1500")]
    [InlineData("40.5/0.25", "40.5/0.25")]
    [InlineData("40/400/1", "40/400/1")]
    [InlineData("LUNG/SOFT", "LUNG/SOFT")]
    public void A_center_and_a_width_are_read_as_tables_print_them(string text, string expected)
    {
        Windowing windowing = Windowing.Parse(text);
        Assert.Equal(expected, windowing.ToString());
        Assert.Equal(expected.Any(char.IsLetter) || expected.Count(character => character == '/') > 1, windowing.Name.Length > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("40/0")]
    [InlineData("40,-80")]
    [InlineData("  ")]
    [InlineData("0")]
    [InlineData("-1")]
    public void What_can_be_no_window_is_an_error(string text) =>
        Assert.Equal(DicomErrorReason.InvalidWindow, Assert.Throws<DicomException>(() => Windowing.Parse(text)).Reason);

    [Theory]
    [InlineData(40, 0)]
    [InlineData(40, -80)]
    [InlineData(40, double.NaN)]
    [InlineData(40, double.PositiveInfinity)]
    [InlineData(double.NaN, 80)]
    public void A_window_has_finite_numbers_and_a_width(double center, double width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Windowing.Of(center, width));

    [Theory]
    [InlineData(5.0, 5.0)]
    [InlineData(6.0, 5.0)]
    [InlineData(double.NaN, 5.0)]
    [InlineData(null, double.PositiveInfinity)]
    public void A_range_goes_up(double? minimum, double? maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Windowing.Between(minimum, maximum));

    [Fact]
    public void Text_tells_the_numbers()
    {
        Assert.Equal("40/80.5", Windowing.Of(40, 80.5).ToString());
        Assert.Equal("-100..", Windowing.Between(-100, null).ToString());
    }

    [Fact]
    public void Presets_are_found_however_they_are_typed()
    {
        Assert.All(Windowing.PresetNames, name => Assert.NotNull(WindowPresets.Find(name)));
        Assert.Equal(new VoiWindow { Center = 600, Width = 2800 }, WindowPresets.Find("temporal bone"));
        Assert.Equal(new VoiWindow { Center = -600, Width = 1500 }, WindowPresets.Find("LUNG"));
        Assert.Null(WindowPresets.Find("Lungs"));
    }
}
