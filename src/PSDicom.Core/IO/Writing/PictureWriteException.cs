using System;
using System.IO;
using PSDicom.Text;

namespace PSDicom.IO.Writing;

/// <summary>
/// A picture could not be written: the disk is full, the folder may not be written to, the name is too long. What the system said is
/// the inner exception, an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>. Nothing of the picture is left.
/// </summary>
public sealed class PictureWriteException : IOException
{
    private const int WindowsDiskFull = unchecked((int)0x8007_0070);
    private const int WindowsHandleDiskFull = unchecked((int)0x8007_0027);
    private const int UnixNoSpace = 28;

    internal PictureWriteException(string path, Exception cause)
        : base(PlainText.Of($"'{path}' cannot be written: {Describe(cause)}"), cause)
    {
        Path = path;
        HResult = cause.HResult;
    }

    /// <summary>The file that was to be written.</summary>
    public string Path { get; }

    /// <summary>Whether there is no space left.</summary>
    public bool IsDiskFull => HasNoSpace(InnerException!);

    // The messages of .NET name the temporary file.
    private static string Describe(Exception cause) => cause switch
    {
        _ when HasNoSpace(cause) => "the disk is full.",
        UnauthorizedAccessException => "access is denied.",
        PathTooLongException => "the path is longer than the file system allows.",
        DirectoryNotFoundException => "its folder does not exist.",
        FileNotFoundException => "what was written of it is gone; its folder may have been deleted.",
        _ => cause.Message,
    };

    private static bool HasNoSpace(Exception cause) => cause.HResult is WindowsDiskFull or WindowsHandleDiskFull or UnixNoSpace;
}
