using System.Globalization;
using PSDicom.Data;

namespace PSDicom.Core.Tests.Data;

public class ValueTextTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "" },
        { "text", "text" },
        { new DateTime(2024, 1, 31, 0, 0, 0, DateTimeKind.Unspecified), "2024-01-31" },
        { new DateTime(2024, 1, 31, 10, 11, 12, 500, DateTimeKind.Unspecified), "2024-01-31T10:11:12.5" },
        { new DateTimeOffset(2024, 1, 31, 10, 11, 12, new TimeSpan(-1, -30, 0)), "2024-01-31T10:11:12-01:30" },
        { new TimeSpan(10, 11, 12), "10:11:12" },
        { -1.5, "-1.5" },
        { -5L, "-5" },
        { new double[] { 0.5, -0.25 }, "0.5\\-0.25" },
        { new object?[] { 1L, null, "x" }, "1\\\\x" },
        { new byte[] { 1, 0xAB }, "01ab" },
        { new byte[1025], "<1025 bytes>" },
        { new DicomTag(0x0010_0020), "(0010,0020)" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_is_the_same_in_every_culture(object? value, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            Assert.Equal("\u22125\u066B5", (-5.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, ValueText.Of(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>A culture with the signs of Persian and dates of its own, made by hand: the tests also run where the system has no cultures.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = "\u066B";
        culture.DateTimeFormat.ShortDatePattern = "d. M. yyyy";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }
}
