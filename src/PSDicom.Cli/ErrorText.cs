using System;
using System.IO;

namespace PSDicom.Cli;

/// <summary>What is told of an error, beside the path.</summary>
internal static class ErrorText
{
    // The messages of .NET repeat the path.
    public static string Describe(Exception error) => error switch
    {
        FileNotFoundException { FileName: not null } => "There is no such file.",
        DirectoryNotFoundException => "There is no such folder.",
        UnauthorizedAccessException => "Access is denied.",
        _ => error.Message,
    };
}
