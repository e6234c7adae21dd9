using System.Collections.Concurrent;
using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>
/// Makes RGB of the other colour spaces of an image (PS3.3 section C.7.6.3.1.2). What is grey or RGB stays as it is. Any number of threads
/// may use it at once.
/// </summary>
internal sealed class RgbConversion(DicomDataset dataset)
{
    // There are as many ranges of stored values as numbers of bits, with and without a sign.
    private readonly ConcurrentDictionary<ValueRange, FoundPalette> _palettes = [];

    /// <summary>Makes RGB of a frame.</summary>
    /// <exception cref="DicomException">There is no palette, or samples are of a type that colours do not have.</exception>
    public DicomFrame Convert(DicomFrame frame) => (frame.PhotometricInterpretation, frame.SamplesPerPixel) switch
    {
        (PhotometricInterpretations.Palette, 1) => FromPalette(frame),
        (PhotometricInterpretations.YbrFull, 3) => FromYbr(frame, YbrToRgb.Full(frame.BitsStored)),
        (PhotometricInterpretations.YbrPartial, 3) => FromYbr(frame, YbrToRgb.Partial(frame.BitsStored)),
        (PhotometricInterpretations.Hsv, 3) => With(frame, RetiredColours.FromHsv(frame)),
        ("CMYK", 4) => With(frame, RetiredColours.FromCmyk(frame)),
        ("ARGB", 4) => With(frame, RetiredColours.FromArgb(frame)),
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
            "The image is PALETTE COLOR, but its palette is missing.",
            tagPath: "RedPaletteColorLookupTableData");
        Array rgb = PaletteMapping.Apply(indices, palette);
        DicomFrame colours = frame.With(rgb, 3, PhotometricInterpretations.Rgb, palette.Bits, palette.Bits);
        return palette.Warning is { } warning ? colours.WithWarning(new DicomWarning(warning, tagPath: "RedPaletteColorLookupTableDescriptor")) : colours;
    }

    /// <summary>Reads the palette; that it cannot be made is remembered too, as each frame would try it again.</summary>
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

    private static DicomFrame FromYbr(DicomFrame frame, YbrToRgb conversion) => With(frame, frame.GetPixels() switch
    {
        byte[] samples => conversion.Convert(samples),
        ushort[] samples => conversion.Convert(samples),
        uint[] samples when frame.BitsStored <= 16 => conversion.Convert(Array.ConvertAll(samples, sample => (ushort)sample)),
        _ => throw new DicomException(
            DicomErrorReason.InvalidPixelData,
            $"YBR samples of type {frame.SampleType} cannot be made RGB: they have at most 16 bits.",
            tagPath: "BitsAllocated"),
    });

    private sealed record FoundPalette(Palette? Palette, DicomException? Fault);
}
