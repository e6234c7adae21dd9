using System;
using System.IO;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>A failure of the system or the runtime, with a message that says what to do.</summary>
public sealed class SystemFault
{
    private const char NotUtf8 = '\uFFFD';

    private SystemFault(string id, string message, bool isOfResources)
    {
        Id = id;
        Message = message;
        IsOfResources = isOfResources;
    }

    /// <summary>A name for programs.</summary>
    public string Id { get; }

    /// <summary>The problem and its remedy.</summary>
    public string Message { get; }

    /// <summary>Whether memory or handles are exhausted, rather than a file missing.</summary>
    public bool IsOfResources { get; }

    /// <summary>The fault behind an exception; null if it is another one.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="path">The file or folder of the exception; null if it has none.</param>
    public static SystemFault? Describe(Exception exception, string? path) => exception switch
    {
        OutOfMemoryException or InsufficientMemoryException => new(
            "OutOfMemory", "there is not enough memory for it. Read fewer files at a time, or fewer frames.", isOfResources: true),
        IOException when SystemErrors.IsTooManyOpen(exception) => new(
            "TooManyOpenFiles", "too many files are open. Read fewer files at a time, or allow the process more (ulimit -n).", isOfResources: true),
        FileNotFoundException or DirectoryNotFoundException when path is not null && path.IndexOf(NotUtf8) >= 0 => new(
            "NameNotUtf8", "its name, or that of a parent folder, is not UTF-8, or it does not exist. Rename it.", isOfResources: false),
        FileNotFoundException or DirectoryNotFoundException when (path is null || !Path.IsPathRooted(path)) && !HasWorkingFolder() => new(
            "NoWorkingFolder", "the current folder has been deleted. Change to another.", isOfResources: false),
        _ => null,
    };

    /// <summary>Whether the current folder still exists.</summary>
    private static bool HasWorkingFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory().Length > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
