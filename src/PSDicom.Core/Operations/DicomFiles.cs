using System;
using System.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Operations;

/// <summary>
/// Tells DICOM files by what is in them, so that none is ever replaced by a picture: paths alone do not tell, as the same file may have others,
/// by links, by mounts, or where upper and lower case are one.
/// </summary>
internal static class DicomFiles
{
    private const int FirstRead = 4 * 1024;

    /// <summary>Whether there is a DICOM file, with the prefix (PS3.10 section 7.1) or without. One that cannot be read is none.</summary>
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
