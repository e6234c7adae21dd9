using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Reads the state of files: one system call where the runtime needs several, and links and owners, which it does not have.</summary>
internal static partial class FileStates
{
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7FF;
    private const int Permissions = 0xFFF;
    private const int KindOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int WriteBits = 0x92; // for owner, group and others
    private const int WriteAccess = 2;
    private const int NoSuchFile = 2;
    private const int NoFolder = 20;
    private const int BytesOfLinux = 256;
    private const int BytesOfMac = 144;
    private const long TicksPerSecond = 1_000_000_000;

    /// <summary>The state of a file; links are followed.</summary>
    /// <exception cref="IOException">It does not exist, or is not a file.</exception>
    public static FileState Of(string path)
    {
        if (OperatingSystem.IsWindows()) return WindowsFile.StateOf(path);
        Span<byte> status = stackalloc byte[BytesOfLinux];
        FileState state = OperatingSystem.IsMacOS() ? OfMac(path, status.Slice(0, BytesOfMac)) : OfLinux(path, status);
        if ((state.Mode & KindOfFile) != RegularFile) throw new IOException($"'{path}' is not a file.");
        return state with { Mode = state.Mode & Permissions, IsReadOnly = (state.Mode & WriteBits) == 0 };
    }

    /// <summary>Whether this account may write a file; if the system does not tell, it will when it is tried.</summary>
    public static bool MayBeWritten(string path) => OperatingSystem.IsWindows() || Access(path, WriteAccess) == 0;

    /// <summary>Gives a file owner and permissions of another, as far as this account may.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">The state of the other.</param>
    /// <returns>Whether it has them.</returns>
    public static bool TryKeep(string path, FileState wanted)
    {
        if (wanted.Mode is not { } mode || OperatingSystem.IsWindows()) return true;
        FileState now = Of(path);
        bool isKept = true;
        if (now.Owner != wanted.Owner || now.OwningGroup != wanted.OwningGroup) isKept = ChangeOwner(path, wanted.Owner, wanted.OwningGroup) == 0;

        // After the owner, whose change resets some of the permissions.
        if (now.Mode != mode || !isKept || now.Owner != wanted.Owner) File.SetUnixFileMode(path, (UnixFileMode)mode);
        return isKept;
    }

    /// <summary>Gives a file another name.</summary>
    /// <returns>Whether the file system can do that.</returns>
    public static bool TryLink(string path, string name) => Link(path, name) == 0;

    private static FileState OfLinux(string path, Span<byte> status)
    {
        if (Status(CurrentFolder, path, 0, BasicFields, ref MemoryMarshal.GetReference(status)) != 0) throw NotFound(path);
        return new FileState(
            Identity: BinaryPrimitives.ReadUInt64LittleEndian(status.Slice(32)),
            Length: BinaryPrimitives.ReadInt64LittleEndian(status.Slice(40)),
            Written: Time(status.Slice(112)),
            Changed: Time(status.Slice(96)),
            LinkCount: BinaryPrimitives.ReadInt32LittleEndian(status.Slice(16)),
            IsReadOnly: false,
            Owner: BinaryPrimitives.ReadUInt32LittleEndian(status.Slice(20)),
            OwningGroup: BinaryPrimitives.ReadUInt32LittleEndian(status.Slice(24)),
            Mode: BinaryPrimitives.ReadUInt16LittleEndian(status.Slice(28)));
    }

    private static FileState OfMac(string path, Span<byte> status)
    {
        ref byte start = ref MemoryMarshal.GetReference(status);
        int result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatusOfIntelMac(path, ref start) : StatusOfMac(path, ref start);
        if (result != 0) throw NotFound(path);
        return new FileState(
            Identity: BinaryPrimitives.ReadUInt64LittleEndian(status.Slice(8)),
            Length: BinaryPrimitives.ReadInt64LittleEndian(status.Slice(96)),
            Written: Time(status.Slice(48)),
            Changed: Time(status.Slice(64)),
            LinkCount: BinaryPrimitives.ReadUInt16LittleEndian(status.Slice(6)),
            IsReadOnly: false,
            Owner: BinaryPrimitives.ReadUInt32LittleEndian(status.Slice(16)),
            OwningGroup: BinaryPrimitives.ReadUInt32LittleEndian(status.Slice(20)),
            Mode: BinaryPrimitives.ReadUInt16LittleEndian(status.Slice(4)));
    }

    private static long Time(ReadOnlySpan<byte> time) =>
        unchecked((BinaryPrimitives.ReadInt64LittleEndian(time) * TicksPerSecond) + BinaryPrimitives.ReadInt32LittleEndian(time.Slice(8)));

    private static Exception NotFound(string path) => Marshal.GetLastPInvokeError() switch
    {
        NoSuchFile => new FileNotFoundException($"'{path}' does not exist.", path),
        NoFolder => new DirectoryNotFoundException($"A folder of '{path}' does not exist."),
        _ => new UnauthorizedAccessException($"Access to '{path}' is denied."),
    };

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Status(int folder, string path, int flags, uint fields, ref byte status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatusOfMac(string path, ref byte status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatusOfIntelMac(string path, ref byte status);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string path, string name);
}
