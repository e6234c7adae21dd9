using System;
using System.IO;
using PSDicom.IO.Sources;

namespace PSDicom.IO;

/// <summary>
/// Tells DICOM files by their prefix (PS3.10 section 7.1), so that none is ever replaced by a picture: paths alone do not tell, as the same
/// file may have others, by links, by mounts, or where upper and lower case are one.
/// </summary>
internal static class DicomPrefix
{
    private const int PreambleLength = 128;

    /// <summary>Whether there is a file with the prefix. One that cannot be read has none.</summary>
    public static bool IsIn(string path)
    {
        if (!File.Exists(path)) return false;
        Span<byte> prefix = stackalloc byte[4];
        try
        {
            using var source = new FileByteSource(path);
            return source.Read(PreambleLength, prefix) == prefix.Length && prefix.SequenceEqual("DICM"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
