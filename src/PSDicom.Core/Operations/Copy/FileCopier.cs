using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Operations.Series;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>
/// Copies the bytes, times and attributes of a file. The system copies, because it knows how without the bytes coming here: within a server, or by
/// sharing the blocks of the disk.
/// </summary>
internal static class FileCopier
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Copies a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="temporary">The path of the copy, which does not exist.</param>
    /// <param name="path">The final path of the copy, for errors.</param>
    /// <param name="isVerified">Whether to write the copy to the disk and compare it with the source.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="DicomException">The source changed meanwhile, or the copy differs.</exception>
    /// <exception cref="TargetWriteException">The copy cannot be written.</exception>
    public static long Copy(string source, string temporary, string path, bool isVerified, CancellationToken cancellation)
    {
        var before = new FileInfo(source);
        if (!before.Exists) throw new FileNotFoundException(null, source);
        bool isLink = Links.Is(before);
        AtomicFile.OnTarget(path, () =>
        {
            File.Copy(source, temporary, overwrite: false);
            return 0;
        });
        var copy = new FileInfo(temporary);
        if (copy.Length != LengthOf(source, isLink) || (isVerified && !IsOnDisk(source, temporary, cancellation)))
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "The file changed while it was copied, or its copy differs. Copy it again.", source);
        if (!isLink) KeepTimes(before, temporary);
        return copy.Length;
    }

    // The system may give the length and the times of a link itself.
    private static long LengthOf(string source, bool isLink)
    {
        if (!isLink) return new FileInfo(source).Length;
        using var file = new FileByteSource(source);
        return file.Length;
    }

    private static bool IsOnDisk(string source, string temporary, CancellationToken cancellation)
    {
        FileAttributes attributes = File.GetAttributes(temporary);
        bool isReadOnly = (attributes & FileAttributes.ReadOnly) != 0;
        if (isReadOnly) File.SetAttributes(temporary, attributes & ~FileAttributes.ReadOnly);
        using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.Read)) stream.Flush(flushToDisk: true);
        if (isReadOnly) File.SetAttributes(temporary, attributes);
        return FileBytes.AreSame(source, temporary, cancellation);
    }

    // Windows keeps the time of the last change only.
    private static void KeepTimes(FileInfo source, string temporary)
    {
        FileAttributes attributes = File.GetAttributes(temporary);
        bool isSame = File.GetLastWriteTimeUtc(temporary) == source.LastWriteTimeUtc && (!IsWindows || File.GetCreationTimeUtc(temporary) == source.CreationTimeUtc);
        if (isSame) return;
        bool isReadOnly = IsWindows && (attributes & FileAttributes.ReadOnly) != 0;
        if (isReadOnly) File.SetAttributes(temporary, attributes & ~FileAttributes.ReadOnly);
        if (IsWindows) File.SetCreationTimeUtc(temporary, source.CreationTimeUtc);
        File.SetLastWriteTimeUtc(temporary, source.LastWriteTimeUtc);
        if (isReadOnly) File.SetAttributes(temporary, attributes);
    }
}
