using System;
using PSDicom.IO.Sources;

namespace PSDicom.Frames.Transcoding;

/// <summary>The bytes of an element's value.</summary>
internal sealed class ElementSource(DicomElement element) : ByteSource
{
    /// <inheritdoc/>
    public override long Length => element.ByteLength;

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        int count = (int)Math.Max(0, Math.Min(destination.Length, Length - offset));
        if (count > 0) element.ReadBytes(offset, destination.Slice(0, count));
        return count;
    }
}
