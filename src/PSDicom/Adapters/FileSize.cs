using System.Globalization;

namespace PSDicom.Adapters;

/// <summary>Writes the size of a file as people read it. The views in PSDicom.Format.ps1xml use it.</summary>
public static class FileSize
{
    private const double Step = 1024;

    private static readonly string[] Units = ["KB", "MB", "GB", "TB"];

    /// <summary>A size such as 9.2 KB.</summary>
    /// <param name="length">The size in bytes.</param>
    public static string Describe(long length)
    {
        if (length < Step) return string.Format(CultureInfo.CurrentCulture, "{0} B", length);
        double size = length / Step;
        int unit = 0;
        for (; size >= Step && unit < Units.Length - 1; unit++) size /= Step;
        return string.Format(CultureInfo.CurrentCulture, "{0:0.0} {1}", size, Units[unit]);
    }
}
