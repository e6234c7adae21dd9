using System;

namespace PSDicom.Frames;

/// <summary>The hashes of the frames of a file (<see cref="FrameHasher"/>).</summary>
/// <param name="file">The file; it is closed with this.</param>
/// <param name="asRgb">Whether colour is made RGB first.</param>
/// <param name="throttleLimit">On how many threads frames may be decoded, as <see cref="FrameReadOptions.ThrottleLimit"/> says.</param>
public sealed class HashedFrames(FrameFile file, bool asRgb, int throttleLimit) : IFrameSource<DicomFrameHash>
{
    private readonly FrameFile _file = file ?? throw new ArgumentNullException(nameof(file));

    /// <inheritdoc/>
    public int Count => _file.Count;

    /// <inheritdoc/>
    public DicomWarning? Warning => _file.Warning;

    /// <inheritdoc/>
    public DicomFrameHash Read(int frame) => FrameHasher.Hash(_file, frame, asRgb, throttleLimit);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
