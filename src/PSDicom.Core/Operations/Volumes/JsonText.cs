using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PSDicom.Operations.Volumes;

/// <summary>Writes a JSON object, one name per line, in ASCII with escapes. Null and numbers that are not finite are left out.</summary>
internal sealed class JsonText
{
    private readonly List<string> _lines = [];

    public void Add(string name, string? text)
    {
        if (text is not null) AddRaw(name, Quote(text));
    }

    public void Add(string name, double? number)
    {
        if (number is { } value && IsFinite(value)) AddRaw(name, Of(value));
    }

    public void Add(string name, IReadOnlyCollection<double>? numbers)
    {
        if (numbers is not null && numbers.All(IsFinite)) AddRaw(name, Array(numbers));
    }

    /// <summary>An array of arrays.</summary>
    public void Add(string name, IEnumerable<double[]> rows) => AddRaw(name, $"[{string.Join(", ", rows.Select(Array))}]");

    public override string ToString() => "{\n  " + string.Join(",\n  ", _lines) + "\n}\n";

    private static string Array(IReadOnlyCollection<double> numbers) => $"[{string.Join(", ", numbers.Select(Of))}]";

    private static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~') quoted.Append(character);
            else quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private void AddRaw(string name, string value) => _lines.Add($"{Quote(name)}: {value}");
}
