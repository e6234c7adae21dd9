using System;
using System.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Operations;

/// <summary>
/// Recognizes DICOM files by their content, so that none is replaced by a picture. Paths are not enough: a file may have several, by links, by
/// mounts or by different case.
/// </summary>
internal static class DicomFiles
{
    private const int FirstRead = 4 * 1024;

    /// <summary>Whether there is a DICOM file, with or without the prefix (PS3.10 section 7.1). False if it cannot be read.</summary>
    public static bool IsAt(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using var source = new FileByteSource(path);
            using var window = new ByteWindow(source, FirstRead);
            return FileLayout.IsDicom(window);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DicomException)
        {
            return false;
        }
    }
}
