using System.Globalization;

namespace PSDicom.Operations;

/// <summary>A summary of warnings that are similar to one that was already shown.</summary>
public sealed class RepeatedWarning
{
    private RepeatedWarning(string? path, string message)
    {
        Path = path;
        Message = message;
    }

    /// <summary>The file with the warnings; null if there are several.</summary>
    public string? Path { get; }

    /// <summary>The number of warnings and an example; for a single warning, its message.</summary>
    public string Message { get; }

    /// <summary>A single warning.</summary>
    internal static RepeatedWarning Single(string path, string message) => new(path, message);

    /// <summary>Several warnings.</summary>
    /// <param name="path">The file; null if there are several.</param>
    /// <param name="count">The number of warnings.</param>
    /// <param name="fileCount">The number of files.</param>
    /// <param name="message">The message of one of them.</param>
    internal static RepeatedWarning Many(string? path, long count, long fileCount, string message) => new(
        path,
        path is not null
            ? string.Format(CultureInfo.InvariantCulture, "{0} more warnings like this one: {1}", count, message)
            : string.Format(CultureInfo.InvariantCulture, "{0} more warnings like this one, in {1} files: {2}", count, fileCount, message));
}
