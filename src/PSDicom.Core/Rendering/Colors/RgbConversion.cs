using System;
using System.Collections.Concurrent;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>
/// Converts the colour spaces of an image to RGB (PS3.3 section C.7.6.3.1.2). Grey and RGB are unchanged. Thread-safe.
/// </summary>
internal sealed class RgbConversion(DicomDataset dataset)
{
    // Bounded: a range of stored values follows from a number of bits and a sign.
    private readonly ConcurrentDictionary<ValueRange, FoundPalette> _palettes = [];

    /// <summary>Converts a frame to RGB.</summary>
    /// <exception cref="DicomException">The palette is missing, or the sample type is not supported.</exception>
    public DicomFrame Convert(DicomFrame frame) => (frame.PhotometricInterpretation, frame.SamplesPerPixel) switch
    {
        (PhotometricInterpretations.Palette, 1) => FromPalette(frame),
        (PhotometricInterpretations.YbrFull, 3) => FromYbr(frame, YbrToRgb.Full(frame.BitsStored)),
        (PhotometricInterpretations.YbrPartial, 3) => FromYbr(frame, YbrToRgb.Partial(frame.BitsStored)),
        (PhotometricInterpretations.Hsv, 3) => With(frame, RetiredColors.FromHsv(frame)),
        ("CMYK", 4) => With(frame, RetiredColors.FromCmyk(frame)),
        ("ARGB", 4) => With(frame, RetiredColors.FromArgb(frame)),
        _ => frame,
    };

    private static DicomFrame With(DicomFrame frame, Array rgb) =>
        frame.With(rgb, 3, PhotometricInterpretations.Rgb, frame.BitsAllocated, frame.BitsStored);

    private DicomFrame FromPalette(DicomFrame frame)
    {
        Array indices = frame.GetPixels();
        FoundPalette found = _palettes.GetOrAdd(ValueRange.OfStored(frame), Find);
        if (found.Fault is not null) throw found.Fault;
        Palette palette = found.Palette ?? throw new DicomException(
            DicomErrorReason.InvalidPixelData,
            "Photometric Interpretation is PALETTE COLOR, but the palette is missing.",
            tagPath: "RedPaletteColorLookupTableData");
        Array rgb = PaletteMapping.Apply(indices, palette);
        DicomFrame colors = frame.With(rgb, 3, PhotometricInterpretations.Rgb, palette.Bits, palette.Bits);
        return palette.Warning is { } warning ? colors.WithWarning(new DicomWarning(warning, tagPath: "RedPaletteColorLookupTableDescriptor")) : colors;
    }

    /// <summary>Reads the palette. A failure is remembered too, so that it is not repeated for each frame.</summary>
    private FoundPalette Find(ValueRange inputs)
    {
        try
        {
            return new FoundPalette(Palette.Read(dataset, inputs), null);
        }
        catch (DicomException exception) when (exception.Reason == DicomErrorReason.TooMuchWork)
        {
            return new FoundPalette(null, exception);
        }
    }

    // Colours are unsigned, whatever Pixel Representation says: the patterns match signed samples too.
    private static DicomFrame FromYbr(DicomFrame frame, YbrToRgb conversion) => With(frame, frame.GetPixels() switch
    {
        byte[] samples => conversion.Convert(samples),
        ushort[] samples => conversion.Convert(samples),
        uint[] samples when frame.BitsStored <= 16 => conversion.Convert(Array.ConvertAll(samples, sample => (ushort)sample)),
        _ => throw new DicomException(
            DicomErrorReason.InvalidPixelData,
            $"YBR samples of type {frame.SampleType} cannot be converted to RGB: at most 16 bits are supported.",
            tagPath: "BitsAllocated"),
    });

    private sealed record FoundPalette(Palette? Palette, DicomException? Fault);
}
