using System;

namespace PSDicom.Cli.Inputs;

/// <summary>A file to read, or a path that is none.</summary>
/// <param name="Path">The path as it is named to the user.</param>
/// <param name="Origin">How the path came to be read.</param>
/// <param name="Error">Why there is nothing to read.</param>
internal readonly record struct InputFile(string Path, InputOrigin Origin, Exception? Error = null);
