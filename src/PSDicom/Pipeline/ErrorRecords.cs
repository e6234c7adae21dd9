using System;
using System.IO;
using System.Management.Automation;
using System.Security;
using PSDicom.IO;
using PSDicom.IO.Writing;
using PSDicom.Operations;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>Makes every error record of the module. The ids are stable: scripts depend on them.</summary>
internal static class ErrorRecords
{
    /// <summary>A file or folder could not be read.</summary>
    public static ErrorRecord ForFile(Exception exception, string path)
    {
        (string id, ErrorCategory category, string message) = exception switch
        {
            DicomException dicom => (
                dicom.Reason.ToString(), CategoryOf(dicom), $"Cannot {VerbOf(dicom)} '{path}': {dicom.Message}"),
            _ when SystemFault.Describe(exception, path) is { } fault => (fault.Id, CategoryOf(fault), $"Cannot read '{path}': {fault.Message}"),
            FileNotFoundException => ("FileNotFound", ErrorCategory.ObjectNotFound, $"The file '{path}' does not exist."),
            DirectoryNotFoundException => (
                "FolderNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': a folder in this path does not exist."),
            System.IO.DriveNotFoundException => (
                "DriveNotFound", ErrorCategory.ObjectNotFound, $"Cannot find '{path}': there is no such drive."),
            PathTooLongException => (
                "PathTooLong", ErrorCategory.InvalidArgument, $"The path '{path}' is longer than the file system allows."),
            UnauthorizedAccessException or SecurityException => (
                "AccessDenied", ErrorCategory.PermissionDenied, $"Access to '{path}' is denied: this account may not read it."),
            IOException io when SystemErrors.IsInUse(io) => (
                "FileInUse", ErrorCategory.ResourceBusy, $"Cannot read '{path}': another program has locked it. Try again later."),
            IOException => ("ReadFailed", ErrorCategory.ReadError, $"Cannot read '{path}': {exception.Message}"),
            ArgumentException or NotSupportedException => (
                "InvalidPath", ErrorCategory.InvalidArgument, $"'{path}' is not a path of the file system: {exception.Message}"),
            _ => (exception.GetType().Name, ErrorCategory.NotSpecified, $"Cannot read '{path}': {exception.Message}"),
        };
        return Create(exception, id, category, path, message);
    }

    /// <summary>A file was not written.</summary>
    /// <param name="exception">The reason.</param>
    /// <param name="source">The path of its source.</param>
    /// <param name="target">The path of the file; null if there cannot be one.</param>
    /// <param name="action">The failed action, such as "export frame 3 of 'scan.dcm'".</param>
    public static ErrorRecord ForTarget(Exception exception, string source, string? target, string action) => exception switch
    {
        TargetWriteException write => ForWriting(write, action, isInPlace: write.Path == source),
        DicomException dicom => Create(
            dicom,
            dicom.Reason.ToString(),
            CategoryOf(dicom),
            target is not null && dicom.Kind == DicomErrorKind.Target ? target : source,
            $"Cannot {action}: {dicom.Message}"),
        _ => ForFile(exception, source),
    };

    /// <summary>The value of a property could not be read.</summary>
    public static ErrorRecord ForProperty(Exception exception, string path, string property)
    {
        ErrorRecord record = ForFile(exception, path);
        record.ErrorDetails = new ErrorDetails($"{property} is not available: {record.ErrorDetails.Message}");
        return record;
    }

    /// <summary>PowerShell cannot resolve a path to the file system.</summary>
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

    /// <summary>A folder is named without -Recurse.</summary>
    public static ErrorRecord ForFolder(Exception exception, string path) => Create(
        exception, "PathIsFolder", ErrorCategory.InvalidArgument, path, $"'{path}' is a folder. Add -Recurse to read the files in it.");

    /// <summary>The path belongs to another provider: the registry, the environment, ...</summary>
    public static ErrorRecord ForProvider(ProviderInfo provider, string path)
    {
        string message = $"'{path}' belongs to PowerShell's {provider.Name} provider. Use a path of the file system.";
        return Create(new NotSupportedException(message), "NotFileSystemPath", ErrorCategory.InvalidArgument, path, message);
    }

    /// <summary>An object from remoting names a file of another computer.</summary>
    public static ErrorRecord ForOtherComputer(string computer, string path)
    {
        string message = $"'{path}' is a file on {computer}; here the path may mean another file. Read it there with Invoke-Command,"
            + " or by its path on a share. If the path means the same file here, pipe only the path: ForEach-Object FullName.";
        return Create(new NotSupportedException(message), "FileOfOtherComputer", ErrorCategory.InvalidArgument, path, message);
    }

    /// <summary>The call itself is wrong: a tag or a character set that does not exist.</summary>
    public static ErrorRecord ForCall(DicomException exception, object? argument) =>
        Shown(new(exception, exception.Reason.ToString(), CategoryOf(exception), argument), exception.Message);

    /// <summary>The call itself is wrong: its parameters contradict each other, or one of them cannot be satisfied.</summary>
    public static ErrorRecord ForCall(ArgumentException exception) =>
        Shown(new(PlainException.Of(exception), "ConflictingParameters", ErrorCategory.InvalidArgument, null), exception.Message);

    private static ErrorRecord ForWriting(TargetWriteException exception, string action, bool isInPlace)
    {
        string path = exception.Path;
        (string id, ErrorCategory category, string why, string? remedy) = exception.InnerException switch
        {
            UnauthorizedAccessException or SecurityException => (
                "AccessDenied", ErrorCategory.PermissionDenied, "this account may not write there.", "Choose another -Destination."),
            PathTooLongException => (
                "PathTooLong",
                ErrorCategory.InvalidArgument,
                "the path is longer than the file system allows.",
                "Choose a shorter -Destination or -NameTemplate."),
            IOException io when SystemErrors.IsDiskFull(io) => (
                "DiskFull", ErrorCategory.LimitsExceeded, "the disk is full.", "Free some space, or choose another -Destination."),
            IOException io when SystemErrors.IsReadOnly(io) => (
                "AccessDenied", ErrorCategory.PermissionDenied, "the file system is read-only.", "Choose another -Destination."),
            IOException io when SystemErrors.IsInUse(io) => (
                "FileInUse", ErrorCategory.ResourceBusy, "another program has locked it.", "Close it, or choose another -Destination."),
            { } cause when SystemFault.Describe(cause, path) is { } fault => (fault.Id, CategoryOf(fault), fault.Message, null),
            { } cause => ("WriteFailed", ErrorCategory.WriteError, cause.Message, null),
            null => ("WriteFailed", ErrorCategory.WriteError, exception.Message, (string?)null),
        };

        // A file that cannot be changed in its place is as it was.
        string message = isInPlace ? $"Cannot {action}: {why} The file is unchanged." : $"Cannot {action} to '{path}': {why}{(remedy is null ? "" : " " + remedy)}";
        return Create(exception, id, category, path, message);
    }

    private static ErrorRecord Create(Exception exception, string id, ErrorCategory category, string path, string message) =>
        Shown(new(PlainException.Of(exception), id, category, path), message);

    /// <summary>Makes the shown text of a record safe for terminals; its target stays the exact path, for scripts.</summary>
    private static ErrorRecord Shown(ErrorRecord record, string message)
    {
        record.ErrorDetails = new ErrorDetails(PlainText.Of(message));
        record.CategoryInfo.TargetName = PlainText.Of(record.CategoryInfo.TargetName);
        return record;
    }

    private static ErrorCategory CategoryOf(SystemFault fault) => fault.IsOfResources ? ErrorCategory.ResourceUnavailable : ErrorCategory.ObjectNotFound;

    private static string VerbOf(DicomException exception) =>
        exception.Kind == DicomErrorKind.Target || exception.Reason is DicomErrorReason.WindowNotFound or DicomErrorReason.PictureNotSupported
            or DicomErrorReason.NoGeometry or DicomErrorReason.IrregularSlices or DicomErrorReason.MissingRescale or DicomErrorReason.VolumeNotSupported ? "export" : "read";

    // The category follows from the kind of the error, where the reason has none of its own.
    private static ErrorCategory CategoryOf(DicomException exception) => exception.Reason switch
    {
        DicomErrorReason.NestingTooDeep or DicomErrorReason.TooManyElements or DicomErrorReason.PathsTooLong or DicomErrorReason.TooMuchWork
            or DicomErrorReason.InflatesTooLarge or DicomErrorReason.ValueTooLarge or DicomErrorReason.FrameTooLarge
            or DicomErrorReason.TooManyValues or DicomErrorReason.PageTooLarge => ErrorCategory.LimitsExceeded,
        DicomErrorReason.NoPixelData or DicomErrorReason.FrameNotFound or DicomErrorReason.RegionNotFound or DicomErrorReason.WindowNotFound => ErrorCategory.ObjectNotFound,
        DicomErrorReason.UnsupportedTransferSyntax => ErrorCategory.NotImplemented,
        DicomErrorReason.ValueNotAvailable => ErrorCategory.ReadError,
        DicomErrorReason.PictureNotSupported or DicomErrorReason.VolumeNotSupported => ErrorCategory.InvalidOperation,
        DicomErrorReason.FileReadOnly => ErrorCategory.PermissionDenied,
        DicomErrorReason.FileChanged => ErrorCategory.ResourceBusy,
        DicomErrorReason.FileHasLinks or DicomErrorReason.DirectoryNotEditable or DicomErrorReason.RewriteFailed
            or DicomErrorReason.PixelFormatNotAllowed or DicomErrorReason.LossNotAllowed or DicomErrorReason.RepeatedLoss => ErrorCategory.InvalidOperation,
        DicomErrorReason.ElementNotFound or DicomErrorReason.NotInMap => ErrorCategory.ObjectNotFound,
        DicomErrorReason.InvalidValue or DicomErrorReason.UnknownVR or DicomErrorReason.NoPrivateCreator or DicomErrorReason.NotInCharacterSet => ErrorCategory.InvalidArgument,
        DicomErrorReason.TargetExists => ErrorCategory.ResourceExists,
        DicomErrorReason.TargetOutsideDestination => ErrorCategory.SecurityError,
        DicomErrorReason.SourceNotRemoved => ErrorCategory.PermissionDenied,
        _ when exception.Kind == DicomErrorKind.File => ErrorCategory.InvalidData,
        _ => ErrorCategory.InvalidArgument,
    };
}
