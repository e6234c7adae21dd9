using System;

namespace PSDicom.Frames;

/// <summary>The decoded frames of a file.</summary>
/// <param name="file">The file, which is closed with this.</param>
/// <param name="options">The options; null for the stored values.</param>
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
