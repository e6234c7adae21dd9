using System;
using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>Makes RGB of the other colour spaces (PS3.3 section C.7.6.3.1.2). What is grey or RGB stays as it is.</summary>
internal static class RgbConversion
{
    public static DicomFrame Convert(DicomFrame frame, DicomDataset dataset) => frame.PhotometricInterpretation switch
    {
        PhotometricInterpretations.Palette when frame.SamplesPerPixel == 1 => FromPalette(frame, dataset),
        PhotometricInterpretations.YbrFull when frame.SamplesPerPixel == 3 => FromYbr(frame, YbrToRgb.Full(frame.BitsStored)),
        PhotometricInterpretations.YbrPartial when frame.SamplesPerPixel == 3 => FromYbr(frame, YbrToRgb.Partial(frame.BitsStored)),
        _ => frame,
    };

    private static DicomFrame FromPalette(DicomFrame frame, DicomDataset dataset)
    {
        Array indices = frame.GetPixels();
        if (Palette.Read(dataset, SampleArray.IsSigned(indices)) is not { } palette)
        {
            throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                "The image is PALETTE COLOR, but its palette is missing.",
                tagPath: "RedPaletteColorLookupTableData");
        }

        var mapping = new PaletteMapping(palette);
        SampleArray.Visit(indices, mapping);
        return frame.With(mapping.Result, 3, PhotometricInterpretations.Rgb, palette.Bits, palette.Bits);
    }

    private static DicomFrame FromYbr(DicomFrame frame, YbrToRgb conversion)
    {
        Array rgb = frame.GetPixels() switch
        {
            byte[] samples => conversion.Convert(samples),
            ushort[] samples => conversion.Convert(samples),
            _ => throw new DicomException(
                DicomErrorReason.InvalidPixelData,
                $"YBR samples of type {frame.SampleType} cannot be made RGB: they have at most 16 bits.",
                tagPath: "BitsAllocated"),
        };
        return frame.With(rgb, 3, PhotometricInterpretations.Rgb, frame.BitsAllocated, frame.BitsStored);
    }
}
