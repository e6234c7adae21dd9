using System;
using System.IO;

namespace PSDicom.Operations;

/// <summary>
/// A picture could not be written: the disk is full, the folder may not be written to, the name is too long. What the system said is
/// the inner exception, an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>. Nothing of the picture is left.
/// </summary>
public sealed class PictureWriteException : IOException
{
    internal PictureWriteException(string path, Exception cause)
        : base($"'{path}' cannot be written: {cause.Message}", cause)
    {
        Path = path;
        HResult = cause.HResult;
    }

    /// <summary>The file that was to be written.</summary>
    public string Path { get; }
}
