using System.Collections.Generic;
using PSDicom.Codecs;

namespace PSDicom.Frames.Transcoding;

/// <summary>A frame in the new encoding, before it is written.</summary>
internal sealed record EncodedFrame
{
    /// <summary>The format of its samples.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Its bytes, of an even length, until it is released; null for a native frame.</summary>
    public EncodedBytes? Bytes { get; init; }

    /// <summary>What the data set has to say of it; null for a native frame.</summary>
    public EncodedFormat? Described { get; init; }

    /// <summary>The samples of a native frame, until it is released.</summary>
    public NativeFrame? Native { get; init; }

    /// <summary>Its overlays in unused bits, packed.</summary>
    public byte[][] Overlays { get; init; } = [];

    /// <summary>Whether it was compressed with loss before.</summary>
    public bool WasLossy { get; init; }

    /// <summary>Whether unused bits are lost that had a value.</summary>
    public bool DropsBits { get; init; }

    /// <summary>The warnings of its decoding.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];
}
