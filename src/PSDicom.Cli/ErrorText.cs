using System;
using System.IO;
using PSDicom.IO.Writing;

namespace PSDicom.Cli;

/// <summary>What is told of an error, beside the path.</summary>
internal static class ErrorText
{
    // The messages of .NET repeat the path.
    public static string Describe(Exception error) => error switch
    {
        PictureWriteException written => written.Message,
        FileNotFoundException { FileName: not null } => "There is no such file.",
        DirectoryNotFoundException => "There is no such folder.",
        UnauthorizedAccessException => "Access is denied.",
        _ => error.Message,
    };
}
