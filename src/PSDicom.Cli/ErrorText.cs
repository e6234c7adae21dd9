using System;
using System.IO;
using PSDicom.IO.Writing;
using PSDicom.Operations;

namespace PSDicom.Cli;

/// <summary>The text of an error, without the path.</summary>
internal static class ErrorText
{
    /// <summary>The message. Those of .NET repeat the path or say too little.</summary>
    /// <param name="error">The error.</param>
    /// <param name="path">The file or folder concerned; null if none.</param>
    public static string Describe(Exception error, string? path) => error switch
    {
        TargetWriteException { InnerException: { } cause } when SystemFault.Describe(cause, path) is { IsOfResources: true } fault => Sentence(fault),
        TargetWriteException written => written.Message,
        _ when SystemFault.Describe(error, path) is { } fault => Sentence(fault),
        TypeInitializationException { InnerException: { } cause } => Describe(cause, path),
        FileNotFoundException { FileName: not null } => "The file does not exist.",
        DirectoryNotFoundException => "The folder does not exist.",
        UnauthorizedAccessException => "Access is denied.",
        _ => error.Message,
    };

    private static string Sentence(SystemFault fault) => char.ToUpperInvariant(fault.Message[0]) + fault.Message[1..];
}
