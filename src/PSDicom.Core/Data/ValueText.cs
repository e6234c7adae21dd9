using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace PSDicom.Data;

/// <summary>
/// Values of elements as culture-independent text: dates and times as in ISO 8601, numbers with a decimal point, several values separated by
/// a backslash as in a file.
/// </summary>
public static class ValueText
{
    /// <summary>Longer binary values are shown as the number of their bytes.</summary>
    internal const int MaxShownBytes = 1024;

    /// <summary>The text of a value or an array of values; empty for no value. Bytes are hexadecimal; of more than 1,024, only the number is given.</summary>
    public static string Of(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        byte[] { Length: > MaxShownBytes } bytes => OfBytes(bytes.Length),
        byte[] bytes => string.Concat(bytes.Select(single => single.ToString("x2", CultureInfo.InvariantCulture))),
        DicomDataset[] items => OfItems(items.Length),
        IEnumerable several => string.Join("\\", several.Cast<object?>().Select(Of)),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>The text of a sequence with a number of items.</summary>
    public static string OfItems(int count) => count == 1 ? "<1 item>" : $"<{count.ToString(CultureInfo.InvariantCulture)} items>";

    /// <summary>The text of a number of bytes.</summary>
    internal static string OfBytes(long count) => $"<{count.ToString(CultureInfo.InvariantCulture)} bytes>";
}
