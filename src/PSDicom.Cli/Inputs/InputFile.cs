using System;

namespace PSDicom.Cli.Inputs;

/// <summary>A file to read, or a path that is none.</summary>
/// <param name="Path">The path as it is named to the user.</param>
/// <param name="IsNamed">Whether the user named the file itself, and not a folder that it lies in.</param>
/// <param name="Error">Why there is nothing to read.</param>
internal readonly record struct InputFile(string Path, bool IsNamed, Exception? Error = null);
