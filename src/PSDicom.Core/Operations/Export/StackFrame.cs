namespace PSDicom.Operations.Export;

/// <summary>A frame that is written into one file with others.</summary>
/// <param name="Path">The file that has it.</param>
/// <param name="Frame">Its number in the file, from 1.</param>
public readonly record struct StackFrame(string Path, int Frame);
