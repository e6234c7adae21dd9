using System;
using System.IO;
using PSDicom.Text;

namespace PSDicom.IO.Writing;

/// <summary>
/// A file could not be written, for example because the disk is full, access is denied or the name is too long. The inner exception is the
/// error of the system, an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>. No part of the file is left.
/// </summary>
public sealed class TargetWriteException : IOException
{
    internal TargetWriteException(string path, Exception cause)
        : base(PlainText.Of($"'{path}' cannot be written: {Describe(cause)}"), cause)
    {
        Path = path;
        HResult = cause.HResult;
    }

    /// <summary>The file to write.</summary>
    public string Path { get; }

    /// <summary>Why the system does not allow a change. The messages of .NET name temporary files, or repeat the path.</summary>
    internal static string Describe(Exception cause) => cause switch
    {
        _ when SystemErrors.IsDiskFull(cause) => "the disk is full.",
        _ when SystemErrors.IsReadOnly(cause) => "the file system is read-only.",
        UnauthorizedAccessException => "access is denied.",
        PathTooLongException => "the path is longer than the file system allows.",
        DirectoryNotFoundException => "its folder does not exist.",
        FileNotFoundException => "its temporary file is gone; the folder may have been deleted.",
        _ => cause.Message,
    };
}
