using System;
using System.Collections.Generic;

namespace PSDicom.Pipeline;

/// <summary>The result of reading one file.</summary>
/// <param name="output">An object for the pipeline, or a list of them.</param>
/// <param name="warnings">The warnings of the file; empty if they were already written.</param>
internal readonly struct FileResult(object output, IReadOnlyList<DicomWarning> warnings) : IDisposable
{
    public FileResult(object output)
        : this(output, [])
    {
    }

    public object Output { get; } = output;

    public IReadOnlyList<DicomWarning> Warnings { get; } = warnings;

    /// <summary>Disposes an unused output that holds a file open.</summary>
    public void Dispose() => (Output as IDisposable)?.Dispose();
}
