using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Pages;

/// <summary>The result of one frame of a page.</summary>
/// <typeparam name="TSource">The caller's identifier of a file.</typeparam>
public readonly struct PageFrameResult<TSource>
{
    internal PageFrameResult(TSource source, int frame, IReadOnlyList<DicomWarning> warnings, Exception? error)
    {
        Source = source;
        Frame = frame;
        Warnings = warnings;
        Error = error;
    }

    /// <summary>The caller's identifier of the file.</summary>
    public TSource Source { get; }

    /// <summary>The frame number, from 1.</summary>
    public int Frame { get; }

    /// <summary>The warnings of the frame.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The error of the frame; null if it succeeded, or if the same error of its file was reported before.</summary>
    public Exception? Error { get; }
}
