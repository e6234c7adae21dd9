using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Pages;

/// <summary>What came of one frame of a page.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public readonly struct PageFrameResult<TSource>
{
    internal PageFrameResult(TSource source, int frame, IReadOnlyList<DicomWarning> warnings, Exception? error)
    {
        Source = source;
        Frame = frame;
        Warnings = warnings;
        Error = error;
    }

    /// <summary>The file, as it was added.</summary>
    public TSource Source { get; }

    /// <summary>The number of the frame in the file, from 1.</summary>
    public int Frame { get; }

    /// <summary>What the frame has wrong, and what was done.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>Why the frame cannot be shown; null if it is in the page, or if the error of its file was told before.</summary>
    public Exception? Error { get; }
}
