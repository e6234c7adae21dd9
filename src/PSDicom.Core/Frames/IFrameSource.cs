using System;

namespace PSDicom.Frames;

/// <summary>An open file with a result for each of its frames. Any number of threads may use it at once.</summary>
/// <typeparam name="T">The result of a frame.</typeparam>
public interface IFrameSource<out T> : IDisposable
{
    /// <summary>The number of frames; at least one.</summary>
    int Count { get; }

    /// <summary>The problem with the number of frames; null if there is none.</summary>
    DicomWarning? Warning { get; }

    /// <summary>Reads and decodes one frame, and computes its result.</summary>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <exception cref="DicomException">There is no such frame, it cannot be decoded, or the options do not fit it.</exception>
    /// <exception cref="System.IO.IOException">The disk fails.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    T Read(int frame);
}
