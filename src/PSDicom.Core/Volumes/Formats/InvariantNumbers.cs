using System.Globalization;
using System.Linq;

namespace PSDicom.Volumes.Formats;

/// <summary>Numbers as the text headers of volumes have them, with all digits that tell them from their neighbors.</summary>
internal static class InvariantNumbers
{
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Numbers with spaces between.</summary>
    public static string Text(params double[] numbers) => string.Join(" ", numbers.Select(Text));
}
