using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>Colours of the upper stored values of a grey image; the values below them stay grey (PS3.3 section C.7.6.19).</summary>
internal sealed class SupplementalPalette
{
    private static readonly DicomTag PixelPresentation = new(0x0008_9205);

    private readonly Palette _palette;

    private SupplementalPalette(Palette palette) => _palette = palette;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [PixelPresentation, .. Palette.Tags];

    /// <summary>Reads the palette of a grey image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="inputs">The stored values that there may be.</param>
    /// <returns>Null if the image does not say that it has colour.</returns>
    public static SupplementalPalette? Read(DicomDataset dataset, ValueRange inputs) =>
        dataset.GetText(PixelPresentation) is "COLOR" or "MIXED" && Palette.Read(dataset, inputs) is { } palette
            ? new SupplementalPalette(palette)
            : null;

    /// <summary>Colours a rendered picture.</summary>
    /// <param name="grey">The picture: bytes or words of one sample.</param>
    /// <param name="stored">The stored values of its pixels, before modality transform and window.</param>
    public Picture Apply(Picture grey, Array stored)
    {
        var colouring = new Colouring(grey.Pixels, _palette);
        SampleArray.Visit(stored, colouring);
        Picture colours = grey.With(colouring.Result, 3);
        return _palette.Warning is { } warning ? colours with { Warnings = [.. colours.Warnings, new DicomWarning(warning, tagPath: "RedPaletteColorLookupTableDescriptor")] } : colours;
    }

    private sealed class Colouring(Array greys, Palette palette) : ISampleVisitor
    {
        public Array Result { get; private set; } = Array.Empty<byte>();

        void ISampleVisitor.Visit<T>(T[] samples) => Result = greys switch
        {
            byte[] bytes => Colour(samples, bytes, palette.Bytes),
            ushort[] words => Colour(samples, words, palette.WideWords),
            _ => throw new InvalidOperationException("Only pictures of bytes or words are coloured."),
        };

        private TColour[] Colour<T, TColour>(T[] samples, TColour[] greyColours, TColour[] colours)
            where T : struct, IConvertible
        {
            var result = new TColour[checked(samples.Length * 3)];
            for (int i = 0; i < samples.Length; i++)
            {
                double index = samples[i].ToDouble(null) - palette.First;
                if (index >= 0) colours.AsSpan((int)Math.Min(index, palette.Count - 1) * 3, 3).CopyTo(result.AsSpan(i * 3));
                else result.AsSpan(i * 3, 3).Fill(greyColours[i]);
            }

            return result;
        }
    }
}
