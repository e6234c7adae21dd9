using System;

namespace PSDicom.Codecs.Jpeg;

/// <summary>What application segments and component identifiers tell of colour.</summary>
internal struct ColourHints
{
    private bool _hasJfif;
    private int? _adobeTransform;

    /// <summary>Takes note of an APP0 or APP14 segment.</summary>
    public void Read(int marker, ReadOnlySpan<byte> parameters)
    {
        if (marker == Marker.APP0 && parameters.StartsWith("JFIF\0"u8)) _hasJfif = true;
        if (marker == Marker.APP14 && parameters.Length >= 12 && parameters.StartsWith("Adobe"u8)) _adobeTransform = parameters[11];
    }

    /// <summary>
    /// Whether three components are YCbCr; null if nothing tells. JFIF allows nothing else; Adobe's segment is more exact than identifiers.
    /// </summary>
    public readonly bool? IsYbr(Component[] components)
    {
        if (components.Length != 3) return null;
        if (_hasJfif) return true;
        if (_adobeTransform is 0 or 1) return _adobeTransform == 1;
        bool isNamedRgb = components[0].Identifier == 'R' && components[1].Identifier == 'G' && components[2].Identifier == 'B';
        return isNamedRgb ? false : null;
    }
}
