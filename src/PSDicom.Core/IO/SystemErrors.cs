using System;

namespace PSDicom.IO;

/// <summary>The meaning of system error codes: errno on Linux and macOS, Win32 codes in an HRESULT on Windows.</summary>
public static class SystemErrors
{
    private const int WindowsWriteProtected = unchecked((int)0x8007_0013);
    private const int WindowsSharingViolation = unchecked((int)0x8007_0020);
    private const int WindowsLockViolation = unchecked((int)0x8007_0021);
    private const int WindowsHandleDiskFull = unchecked((int)0x8007_0027);
    private const int WindowsDiskFull = unchecked((int)0x8007_0070);
    private const int LinuxWouldBlock = 11;
    private const int UnixTooManyOfSystem = 23;
    private const int UnixTooManyOfProcess = 24;
    private const int UnixNoSpace = 28;
    private const int UnixReadOnly = 30;
    private const int MacWouldBlock = 35;
    private const int MacQuotaExceeded = 69;
    private const int LinuxQuotaExceeded = 122;

    /// <summary>Whether the disk is full or a quota is exceeded.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsDiskFull(Exception exception) =>
        CodeOf(exception) is WindowsDiskFull or WindowsHandleDiskFull or UnixNoSpace or LinuxQuotaExceeded or MacQuotaExceeded;

    /// <summary>Whether the file system is read-only.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsReadOnly(Exception exception) => CodeOf(exception) is WindowsWriteProtected or UnixReadOnly;

    /// <summary>Whether another program has locked the file.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsInUse(Exception exception) =>
        CodeOf(exception) is WindowsSharingViolation or WindowsLockViolation or LinuxWouldBlock or MacWouldBlock;

    /// <summary>Whether too many files are open in the process or the system.</summary>
    /// <param name="exception">The exception.</param>
    public static bool IsTooManyOpen(Exception exception) => CodeOf(exception) is UnixTooManyOfProcess or UnixTooManyOfSystem;

    private static int CodeOf(Exception exception) => (exception ?? throw new ArgumentNullException(nameof(exception))).HResult;
}
