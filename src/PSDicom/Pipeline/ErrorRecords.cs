using System;
using System.IO;
using System.Management.Automation;
using System.Security;

namespace PSDicom.Pipeline;

/// <summary>Makes every error record of the module. The ids are stable: scripts depend on them.</summary>
internal static class ErrorRecords
{
    private const int WindowsSharingViolation = unchecked((int)0x8007_0020);
    private const int WindowsLockViolation = unchecked((int)0x8007_0021);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    /// <summary>A file or folder could not be read.</summary>
    public static ErrorRecord ForFile(Exception exception, string path)
    {
        (string id, ErrorCategory category, string message) = exception switch
        {
            DicomException dicom => (dicom.Reason.ToString(), CategoryOf(dicom.Reason), $"Cannot read '{path}': {dicom.Message}"),
            FileNotFoundException => ("FileNotFound", ErrorCategory.ObjectNotFound, $"The file '{path}' does not exist."),
            DirectoryNotFoundException => (
                "FolderNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': a folder of that path does not exist."),
            System.IO.DriveNotFoundException => (
                "DriveNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': there is no such drive."),
            PathTooLongException => (
                "PathTooLong", ErrorCategory.InvalidArgument, $"The path '{path}' is longer than the file system allows."),
            UnauthorizedAccessException or SecurityException => (
                "AccessDenied", ErrorCategory.PermissionDenied, $"Access to '{path}' is denied: this account may not read it."),
            IOException io when IsInUse(io) => (
                "FileInUse", ErrorCategory.ResourceBusy, $"Cannot read '{path}': another program has locked it. Try again later."),
            IOException => ("ReadFailed", ErrorCategory.ReadError, $"Cannot read '{path}': {exception.Message}"),
            ArgumentException or NotSupportedException => (
                "InvalidPath", ErrorCategory.InvalidArgument, $"'{path}' is not a path of the file system: {exception.Message}"),
            _ => (exception.GetType().Name, ErrorCategory.NotSpecified, $"Cannot read '{path}': {exception.Message}"),
        };
        return Create(exception, id, category, path, message);
    }

    /// <summary>PowerShell cannot make a path of the file system of what was named.</summary>
    public static ErrorRecord ForPath(Exception exception, string path)
    {
        (string id, ErrorCategory category, string message) = exception switch
        {
            System.Management.Automation.DriveNotFoundException => (
                "DriveNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': there is no such drive."),
            ItemNotFoundException => ("FileNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': it does not exist."),
            _ => ("InvalidPath", ErrorCategory.InvalidArgument, $"'{path}' is not a path: {exception.Message}"),
        };
        return Create(exception, id, category, path, message);
    }

    /// <summary>A folder is named, but not to be searched.</summary>
    public static ErrorRecord ForFolder(Exception exception, string path) => Create(
        exception, "PathIsFolder", ErrorCategory.InvalidArgument, path, $"'{path}' is a folder. Add -Recurse to read the files in it.");

    /// <summary>A path of the registry, the environment, ... is named.</summary>
    public static ErrorRecord ForProvider(ProviderInfo provider, string path)
    {
        string message = $"'{path}' is in PowerShell's {provider.Name} provider. Only files of the file system can be read.";
        return Create(new NotSupportedException(message), "NotFileSystemPath", ErrorCategory.InvalidArgument, path, message);
    }

    /// <summary>The call itself is wrong: a tag or a character set that does not exist.</summary>
    public static ErrorRecord ForCall(DicomException exception, object argument) =>
        new(exception, exception.Reason.ToString(), CategoryOf(exception.Reason), argument);

    private static ErrorRecord Create(Exception exception, string id, ErrorCategory category, string path, string message) =>
        new(exception, id, category, path) { ErrorDetails = new ErrorDetails(message) };

    private static bool IsInUse(IOException exception) =>
        exception.HResult is WindowsSharingViolation or WindowsLockViolation or LinuxWouldBlock or MacWouldBlock;

    private static ErrorCategory CategoryOf(DicomErrorReason reason) => reason switch
    {
        DicomErrorReason.UnknownTag or DicomErrorReason.InvalidTagPath => ErrorCategory.InvalidArgument,
        DicomErrorReason.UnknownCharacterSet => ErrorCategory.InvalidArgument,
        DicomErrorReason.NestingTooDeep or DicomErrorReason.TooManyElements => ErrorCategory.LimitsExceeded,
        DicomErrorReason.InflatesTooLarge or DicomErrorReason.ValueTooLarge => ErrorCategory.LimitsExceeded,
        DicomErrorReason.UnsupportedTransferSyntax => ErrorCategory.NotImplemented,
        DicomErrorReason.NoPixelData or DicomErrorReason.FrameNotFound => ErrorCategory.ObjectNotFound,
        DicomErrorReason.ValueNotAvailable => ErrorCategory.ReadError,
        DicomErrorReason.WindowNotFound => ErrorCategory.ObjectNotFound,
        DicomErrorReason.PictureNotSupported => ErrorCategory.InvalidOperation,
        DicomErrorReason.InvalidNameTemplate => ErrorCategory.InvalidArgument,
        DicomErrorReason.TargetExists => ErrorCategory.ResourceExists,
        DicomErrorReason.TargetNotUnique => ErrorCategory.InvalidArgument,
        _ => ErrorCategory.InvalidData,
    };
}
