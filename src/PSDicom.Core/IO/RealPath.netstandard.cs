namespace PSDicom.IO;

/// <summary>The path of a file; links are not followed here, where only who may do everything can make them.</summary>
internal static class RealPath
{
    public static string Of(string fullPath) => fullPath;
}
