namespace PSDicom.Operations.Export;

/// <summary>A frame that is written with others into one file.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Frame">The frame number in the file, from 1.</param>
public readonly record struct StackFrame(string Path, int Frame);
