using System;
using System.IO;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>
/// Exceptions of .NET whose message repeats a path that cannot be shown: another of the same type, with a message that can. What views of errors
/// show besides the message of the record are the messages of its exception and of those within it.
/// </summary>
internal static class PlainException
{
    public static Exception Of(Exception exception)
    {
        if (IsPlain(exception)) return exception;
        string message = PlainText.Of(exception.Message);
        return exception switch
        {
            DicomException dicom => new DicomException(dicom.Reason, dicom.Detail, dicom.Path, dicom.Offset, dicom.TagPath),
            FileNotFoundException => new FileNotFoundException(message),
            DirectoryNotFoundException => new DirectoryNotFoundException(message),
            PathTooLongException => new PathTooLongException(message),
            IOException io => new IOException(message, io.HResult),
            UnauthorizedAccessException => new UnauthorizedAccessException(message),
            ArgumentException => new ArgumentException(message),
            _ => new InvalidOperationException(message),
        };
    }

    private static bool IsPlain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is FileNotFoundException { FileName: { } name } && !IsPlain(name)) return false;
            if (!IsPlain(cause.Message)) return false;
        }

        return true;
    }

    private static bool IsPlain(string text) => ReferenceEquals(PlainText.Of(text), text);
}
