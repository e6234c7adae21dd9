using System;
using System.IO;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>
/// Replaces an exception whose message has a path unsafe for terminals by one of the same type with a safe message. Error views show,
/// besides the message of the record, those of its exception and inner exceptions.
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
