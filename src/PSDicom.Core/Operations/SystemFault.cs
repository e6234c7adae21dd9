using System;
using System.IO;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>What the system or the runtime lacked, in words that say what to do; their own say neither.</summary>
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

    /// <summary>What is wrong, and what to do.</summary>
    public string Message { get; }

    /// <summary>Whether memory or handles are lacking, and not a file.</summary>
    public bool IsOfResources { get; }

    /// <summary>The fault that an exception tells of; null if it is none of these.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="path">The file or folder that it is of; null if it is of none.</param>
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

    /// <summary>Whether the folder that relative paths begin in is still there.</summary>
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
