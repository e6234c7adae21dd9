using System;

namespace PSDicom.Frames;

/// <summary>The frames of a file as numbers.</summary>
/// <param name="file">The file; it is closed with this.</param>
/// <param name="options">What to make of the frames; null for the stored values.</param>
public sealed class DecodedFrames(FrameFile file, FrameReadOptions? options) : IFrameSource<DicomFrame>
{
    private readonly FrameFile _file = file ?? throw new ArgumentNullException(nameof(file));

    /// <inheritdoc/>
    public int Count => _file.Count;

    /// <inheritdoc/>
    public DicomWarning? Warning => _file.Warning;

    /// <inheritdoc/>
    public DicomFrame Read(int frame) => _file.Read(frame, options);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
