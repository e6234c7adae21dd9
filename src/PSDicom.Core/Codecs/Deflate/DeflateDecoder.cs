using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using PSDicom.IO.Sources;
using PSDicom.Threading;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Deflated Image Frame Compression (PS3.5 section A.4.13): the bytes of a native frame, deflated. It is decoded with a shape whose columns are
/// these bytes.
/// </summary>
internal sealed class DeflateDecoder : IFrameDecoder
{
    /// <inheritdoc/>
    public bool KeepsNativeLayout => true;

    /// <inheritdoc/>
    public void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        shape.RequireLength(destination);
        int length;
        if (MemoryMarshal.TryGetArray(destination, out ArraySegment<byte> segment) && segment.Count == segment.Array!.Length)
        {
            length = Inflater.InflateFrame(frame, segment.Array);
        }
        else
        {
            var bytes = new byte[destination.Length];
            length = Inflater.InflateFrame(frame, bytes);
            bytes.CopyTo(destination);
        }

        if (length == destination.Length) return;
        destination.Span.Slice(length).Clear();
        warnings.Add($"The deflated frame has {length} of {destination.Length} bytes; the rest is 0.");
    }
}
