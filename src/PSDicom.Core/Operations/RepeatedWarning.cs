using System.Globalization;

namespace PSDicom.Operations;

/// <summary>Warnings that are like one that was told, in one line.</summary>
public sealed class RepeatedWarning
{
    private RepeatedWarning(string? path, string message)
    {
        Path = path;
        Message = message;
    }

    /// <summary>The file that they are of; null if they are of several.</summary>
    public string? Path { get; }

    /// <summary>How many they are, and what they are like; of a single one, its own words.</summary>
    public string Message { get; }

    /// <summary>A single one.</summary>
    internal static RepeatedWarning Single(string path, string message) => new(path, message);

    /// <summary>Several.</summary>
    /// <param name="path">The file; null if they are of several.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="fileCount">Of how many files.</param>
    /// <param name="message">What one of them says.</param>
    internal static RepeatedWarning Many(string? path, long count, long fileCount, string message) => new(
        path,
        path is not null
            ? string.Format(CultureInfo.InvariantCulture, "{0} more warnings like this one: {1}", count, message)
            : string.Format(CultureInfo.InvariantCulture, "{0} more warnings like this one, in {1} files: {2}", count, fileCount, message));
}
