using System.Runtime.InteropServices;
using System.Text;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace System.IO;

/// <summary>Members about files that .NET has and .NET Framework has not.</summary>
internal static class Files
{
    extension(Directory)
    {
        public static DirectoryInfo CreateTempSubdirectory(string prefix) =>
            Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N")));
    }

    extension(File)
    {
        public static void CreateSymbolicLink(string path, string target)
        {
            if (MakeLink(target, path) != 0) throw new IOException($"{path} cannot be made a link.");
        }

        public static FileSystemInfo? ResolveLinkTarget(string path, bool returnFinalTarget)
        {
            if (returnFinalTarget) throw new NotSupportedException("Only the next target is found.");
            return new FileInfo(path).LinkTarget is { } target ? new FileInfo(Path.Combine(Path.GetDirectoryName(path)!, target)) : null;
        }

        public static void SetUnixFileMode(string path, UnixFileMode mode)
        {
            if (ChangeMode(path, (int)mode) != 0) throw new IOException($"The mode of {path} cannot be changed.");
        }

        public static void Move(string source, string target, bool overwrite)
        {
            if (overwrite && !OperatingSystem.IsWindows())
            {
                if (Rename(source, target) != 0) throw new IOException($"{source} cannot be moved to {target}.");
                return;
            }

            if (overwrite) File.Delete(target);
            File.Move(source, target);
        }
    }

    extension(FileInfo file)
    {
        public string? LinkTarget
        {
            get
            {
                byte[] target = new byte[4096];
                long length = ReadLink(file.FullName, target, target.Length).ToInt64();
                return length < 0 ? null : Encoding.UTF8.GetString(target, 0, (int)length);
            }
        }
    }

    extension(Path)
    {
        public static string GetRelativePath(string folder, string path)
        {
            string[] from = Path.GetFullPath(folder).Split([Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            string[] to = Path.GetFullPath(path).Split([Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            int shared = from.Zip(to, (one, other) => one == other).TakeWhile(isSame => isSame).Count();
            return Path.Combine([.. Enumerable.Repeat("..", from.Length - shared), .. to.Skip(shared)]);
        }
    }

    [DllImport("libc", EntryPoint = "symlink")]
    private static extern int MakeLink(string target, string path);

    [DllImport("libc", EntryPoint = "readlink")]
    private static extern IntPtr ReadLink(string path, byte[] target, nint size);

    [DllImport("libc", EntryPoint = "chmod")]
    private static extern int ChangeMode(string path, int mode);

    [DllImport("libc", EntryPoint = "rename")]
    private static extern int Rename(string source, string target);
}

internal static class Folders
{
    extension(Directory)
    {
        public static void CreateSymbolicLink(string path, string target) => File.CreateSymbolicLink(path, target);
    }
}
