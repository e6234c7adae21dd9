using System;

namespace PSDicom.Cli.Inputs;

/// <summary>A file to read, or a path with an error.</summary>
/// <param name="Path">The path as shown to the user.</param>
/// <param name="Origin">The origin of the path.</param>
/// <param name="Error">Why the path cannot be read.</param>
/// <param name="Root">The folder whose search found the file; null for a file that was named.</param>
internal readonly record struct InputFile(string Path, InputOrigin Origin, Exception? Error = null, string? Root = null);
