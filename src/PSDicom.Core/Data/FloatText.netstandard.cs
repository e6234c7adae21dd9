using System.Globalization;

namespace PSDicom.Data;

/// <summary>Floating-point numbers as the shortest text that reads back as the same number; .NET Framework's "R" is not always that.</summary>
internal static class FloatText
{
    public static string ToText(double value)
    {
        foreach (string format in (string[])["G15", "G16"])
        {
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(value)) return text;
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
