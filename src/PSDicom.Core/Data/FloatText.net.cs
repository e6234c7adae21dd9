using System.Globalization;

namespace PSDicom.Data;

/// <summary>Floating-point numbers as the shortest text that reads back as the same number.</summary>
internal static class FloatText
{
    public static string ToText(double value) => value.ToString(CultureInfo.InvariantCulture);
}
