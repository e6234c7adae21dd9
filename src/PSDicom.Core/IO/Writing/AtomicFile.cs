using System;
using System.IO;
using System.Threading;

namespace PSDicom.IO.Writing;

/// <summary>
/// Writes files atomically: under a temporary name in the same folder, which is renamed when the file is complete. On failure the temporary
/// file is deleted.
/// </summary>
internal static partial class AtomicFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes a file.</summary>
    /// <param name="path">The full path of the file; its folder exists.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <param name="write">Writes the content to a stream that can seek.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The size of the file.</returns>
    /// <exception cref="DicomException">The file exists and must not be replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    /// <exception cref="TargetWriteException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The writing was canceled.</exception>
    public static long Write(string path, bool replaces, Action<Stream> write, CancellationToken cancellation) =>
        Make(path, replaces, temporary => WriteTo(temporary, path, write, cancellation), cancellation);

    /// <summary>Makes a file.</summary>
    /// <param name="path">The full path of the file; its folder exists.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <param name="make">Makes the file under a temporary name in the same folder.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What <paramref name="make"/> returns.</returns>
    /// <exception cref="DicomException">The file exists and must not be replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    /// <exception cref="TargetWriteException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static T Make<T>(string path, bool replaces, Func<string, T> make, CancellationToken cancellation)
    {
        string temporary = TemporaryName.Beside(path);
        bool isDone = false;
        try
        {
            T made = make(temporary);
            cancellation.ThrowIfCancellationRequested();
            Rename(temporary, path, replaces);
            isDone = true;
            return made;
        }
        finally
        {
            if (!isDone) Delete(temporary);
        }
    }

    private static long WriteTo(string temporary, string path, Action<Stream> write, CancellationToken cancellation)
    {
        using TargetStream stream = OnTarget(path, () => new TargetStream(
            new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize), path, cancellation));
        write(stream);
        stream.Flush();
        return stream.Length;
    }

    /// <summary>Renames a complete temporary file.</summary>
    /// <exception cref="DicomException">The file exists and must not be replaced.</exception>
    /// <exception cref="TargetWriteException">It cannot be renamed.</exception>
    public static void Rename(string temporary, string path, bool replaces)
    {
        try
        {
            if (replaces) Replace(temporary, path);
            else File.Move(temporary, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!replaces && (File.Exists(path) || Directory.Exists(path))) throw Exists(path);
            throw new TargetWriteException(path, exception);
        }
    }

    /// <summary>The error of an existing file that must not be replaced.</summary>
    public static DicomException Exists(string path) =>
        new(DicomErrorReason.TargetExists, $"'{path}' already exists. Use force to replace it.");

    /// <summary>Runs a file operation, and turns errors of the system into a <see cref="TargetWriteException"/> with the path.</summary>
    public static T OnTarget<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException and not TargetWriteException or UnauthorizedAccessException)
        {
            throw new TargetWriteException(path, exception);
        }
    }

    /// <summary>Gives a file the time of the last change of another.</summary>
    /// <param name="from">The other file.</param>
    /// <param name="temporary">The file.</param>
    /// <param name="path">The file that it becomes, for errors.</param>
    public static void KeepTime(string from, string temporary, string path) => OnTarget(path, () =>
    {
        File.SetLastWriteTimeUtc(temporary, File.GetLastWriteTimeUtc(from));
        return 0;
    });

    /// <summary>Deletes a temporary file; failure is not reported.</summary>
    public static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Such as for a lost share: the original error says more.
        }
    }
}
