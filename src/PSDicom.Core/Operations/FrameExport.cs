using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.IO;

namespace PSDicom.Operations;

/// <summary>
/// A file that is open for its frames to be written as pictures, whose paths are worked out; nothing is written yet. Any number of
/// threads may write its pictures at once.
/// </summary>
public sealed class FrameExport : IDisposable
{
    private readonly FrameFile _file;

    private FrameExport(FrameFile file, FrameExportOptions options)
    {
        _file = file;
        options.Validate();
    }

    /// <summary>The file that the frames are of; null for bytes in memory.</summary>
    public string? Source => _file.Path;

    /// <summary>How many pictures there are to write.</summary>
    public int PictureCount => throw new NotSupportedException();

    /// <summary>What the file has wrong about the number of its frames; null if nothing.</summary>
    public DicomWarning? Warning => _file.Warning;

    /// <summary>Opens a file and reads what its pictures and their names need of its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which pictures to make.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="DicomException">
    /// The file is not DICOM, has no pixel data, does not say what they are, or lacks a window that was asked for.
    /// </exception>
    /// <exception cref="System.IO.IOException">The file is not there, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static FrameExport Open(string path, FrameExportOptions options, CancellationToken cancellation) =>
        new(FrameFile.Open(path, cancellation), options);

    /// <summary>Opens a file that is already read again; of one whose bytes are in memory, takes those.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Which pictures to make.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <inheritdoc cref="Open(string, FrameExportOptions, CancellationToken)" path="/exception"/>
    public static FrameExport Open(DicomFile file, FrameExportOptions options, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The pictures in order, each path worked out as it is asked for.</summary>
    public IEnumerable<PictureTarget> GetPictures() => throw new NotSupportedException();

    /// <summary>Finds why a picture could not be written, as far as that shows without decoding its frame.</summary>
    /// <param name="picture">One of this export's.</param>
    /// <inheritdoc cref="Write(PictureTarget, CancellationToken)" path="/exception"/>
    public void Check(PictureTarget picture) => throw new NotSupportedException();

    /// <summary>
    /// Decodes, renders and writes a picture, and the folders that lead to it. It is written under a temporary name beside its own and
    /// then renamed: there is the whole picture in the end, or what was there before.
    /// </summary>
    /// <param name="picture">One of this export's.</param>
    /// <param name="cancellation">Ends the work; what is written already is deleted.</param>
    /// <exception cref="DicomException">
    /// There is no such frame, or it cannot be decoded; the format cannot hold it; the picture exists already and is not to be replaced, or
    /// its path leads out of the destination.
    /// </exception>
    /// <exception cref="PictureWriteException">The picture cannot be written.</exception>
    /// <exception cref="System.IO.IOException">The source cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public ExportedFrame Write(PictureTarget picture, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Lets go of the file.</summary>
    public void Dispose() => _file.Dispose();
}
