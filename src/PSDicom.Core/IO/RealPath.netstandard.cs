namespace PSDicom.IO;

/// <summary>The path of a file. Links are not resolved on Windows, where only administrators can create them.</summary>
internal static class RealPath
{
    public static string Of(string fullPath) => fullPath;
}
