using System.Globalization;
using System.Linq;

namespace PSDicom.Volumes.Formats;

/// <summary>Formats numbers for the text headers of volumes, with all significant digits.</summary>
internal static class InvariantNumbers
{
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers separated by spaces.</summary>
    public static string Text(params double[] numbers) => string.Join(" ", numbers.Select(Text));
}
