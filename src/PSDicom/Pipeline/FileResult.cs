using System;
using System.Collections.Generic;

namespace PSDicom.Pipeline;

/// <summary>What a cmdlet has read of one file.</summary>
/// <param name="output">An object for the pipeline, or a list of them.</param>
/// <param name="warnings">What the file has wrong; empty if that was told before.</param>
internal readonly struct FileResult(object output, IReadOnlyList<DicomWarning> warnings) : IDisposable
{
    public FileResult(object output)
        : this(output, [])
    {
    }

    public object Output { get; } = output;

    public IReadOnlyList<DicomWarning> Warnings { get; } = warnings;

    /// <summary>Lets go of an output that holds a file open and that nobody has taken.</summary>
    public void Dispose() => (Output as IDisposable)?.Dispose();
}
