using System;
using System.Linq;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The application segments with colour information.</summary>
internal struct ColorSegments
{
    private bool _hasJfif;
    private int? _adobeTransform;

    /// <summary>Reads an APP0 or APP14 segment.</summary>
    public void Read(int marker, ReadOnlySpan<byte> parameters)
    {
        if (marker == JpegMarker.APP0 && parameters.StartsWith("JFIF\0"u8)) _hasJfif = true;
        if (marker == JpegMarker.APP14 && parameters.Length >= 12 && parameters.StartsWith("Adobe"u8)) _adobeTransform = parameters[11];
    }

    /// <summary>The colour information of a codestream with this frame header.</summary>
    public readonly ColorMarks ToMarks(JpegFrameHeader frame) => new()
    {
        IsDct = !frame.IsLossless,
        IsSubsampled = Array.Exists(
            frame.Components, component => component.Horizontal != frame.MaxHorizontal || component.Vertical != frame.MaxVertical),
        HasAdobe = _adobeTransform is not null,
        AdobeIsYbr = _adobeTransform switch { 0 => false, 1 => true, _ => null },
        AreNamedRgb = frame.Components.Select(component => component.Identifier).SequenceEqual([(int)'R', 'G', 'B']),
        HasJfif = _hasJfif,
    };
}
