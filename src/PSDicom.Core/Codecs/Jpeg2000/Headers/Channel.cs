using System;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>A channel of the image: a component, or a component that is mapped by a palette column.</summary>
/// <param name="component">The component of the codestream.</param>
/// <param name="precision">Bits of a sample.</param>
/// <param name="isSigned">Whether samples are signed.</param>
/// <param name="column">The values of the palette column; null without a palette.</param>
internal sealed class Channel(int component, int precision, bool isSigned, int[]? column)
{
    public int Component { get; } = component;

    public int Precision { get; } = precision;

    public bool IsSigned { get; } = isSigned;

    /// <summary>Replaces indices by palette values. Indices beyond the palette have its last value.</summary>
    public void MapPalette(Span<int> line)
    {
        if (column is null) return;
        foreach (ref int value in line) value = column[Math.Min(Math.Max(value, 0), column.Length - 1)];
    }
}
