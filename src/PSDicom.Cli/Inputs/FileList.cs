using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using PSDicom.Cli.Output;

namespace PSDicom.Cli.Inputs;

/// <summary>A list of paths, read as it arrives: one per line, or each ended by NUL as written by <c>find -print0</c>.</summary>
/// <param name="path">The file; - for the standard input.</param>
/// <param name="endsWithNull">Whether paths end with NUL.</param>
internal sealed class FileList(string path, bool endsWithNull)
{
    public const string StandardInput = "-";

    /// <summary>The file; - for the standard input.</summary>
    public string Path => path;

    /// <summary>Whether it can be read twice, which a pipe cannot.</summary>
    public bool IsRereadable => path != StandardInput && File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>The paths, without empty ones.</summary>
    /// <exception cref="ArgumentException">The list cannot be read.</exception>
    public IEnumerable<string> Read()
    {
        using Stream stream = Open();
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        while ((endsWithNull ? ReadToNull(reader) : reader.ReadLine()) is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }

    private Stream Open()
    {
        if (path == StandardInput)
            return StandardStreams.IsInputClosed ? throw new ArgumentException("The list of files cannot be read: the standard input is closed.") : Console.OpenStandardInput();
        if (path.Length == 0) throw new ArgumentException("The path of the list of files is empty.");
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The list of files '{path}' cannot be read: {ErrorText.Describe(exception, path)}", exception);
        }
    }

    private static string? ReadToNull(StreamReader reader)
    {
        var text = new StringBuilder();
        int character;
        while ((character = reader.Read()) > 0) text.Append((char)character);
        return character < 0 && text.Length == 0 ? null : text.ToString();
    }
}
