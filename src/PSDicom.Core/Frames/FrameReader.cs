using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace PSDicom.Frames;

/// <summary>Decodes frames of files to numbers. Only one frame is in memory at a time.</summary>
public static class FrameReader
{
    /// <summary>Decodes frames one after another during the enumeration; the file is open meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The numbers of the frames to read, from 1, in this order; null for all.</param>
    /// <param name="options">The options; null for the stored values.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The frames; the first one has the warning about the number of frames, if there is one.</returns>
    /// <exception cref="DicomException">
    /// The file is not DICOM, has no pixel data, or does not have a requested frame; or the frame cannot be decoded.
    /// </exception>
    /// <exception cref="System.IO.IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static IEnumerable<DicomFrame> Read(
        string path, IReadOnlyList<int>? frames, FrameReadOptions? options, CancellationToken cancellation)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        return Read(() => FrameFile.Open(path, cancellation), frames, options, cancellation);
    }

    /// <summary>Decodes frames of a file that was already read. It is opened again, unless its bytes are in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="frames">The numbers of the frames to read, from 1, in this order; null for all.</param>
    /// <param name="options">The options; null for the stored values.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <inheritdoc cref="Read(string, IReadOnlyList{int}, FrameReadOptions?, CancellationToken)" path="/returns"/>
    /// <inheritdoc cref="Read(string, IReadOnlyList{int}, FrameReadOptions?, CancellationToken)" path="/exception"/>
    public static IEnumerable<DicomFrame> Read(
        DicomFile file, IReadOnlyList<int>? frames, FrameReadOptions? options, CancellationToken cancellation)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        return Read(() => FrameFile.Open(file, cancellation), frames, options, cancellation);
    }

    private static IEnumerable<DicomFrame> Read(
        Func<FrameFile> open, IReadOnlyList<int>? frames, FrameReadOptions? options, CancellationToken cancellation)
    {
        using FrameFile file = open();
        DicomWarning? countWarning = file.Warning;
        foreach (int number in frames ?? Enumerable.Range(1, file.Count))
        {
            cancellation.ThrowIfCancellationRequested();
            DicomFrame frame = file.Read(number, options);
            yield return countWarning is null ? frame : frame.WithWarning(countWarning);
            countWarning = null;
        }
    }
}
