using System;

namespace PSDicom.Frames;

/// <summary>A file that is open, and what is made of each of its frames. Any number of threads may use it at once.</summary>
/// <typeparam name="T">What is made of a frame.</typeparam>
public interface IFrameSource<out T> : IDisposable
{
    /// <summary>How many frames there are; at least one.</summary>
    int Count { get; }

    /// <summary>What the file has wrong about the number of its frames; null if nothing.</summary>
    DicomWarning? Warning { get; }

    /// <summary>Reads, decodes and works on one frame.</summary>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <exception cref="DicomException">There is no such frame, it cannot be decoded, or not be worked on as was asked for.</exception>
    /// <exception cref="System.IO.IOException">The disk fails.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    T Read(int frame);
}
