using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>A palette for the upper stored values of a grey image; the values below them stay grey (PS3.3 section C.7.6.19).</summary>
internal sealed class SupplementalPalette
{
    private readonly Palette _palette;

    private SupplementalPalette(Palette palette) => _palette = palette;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.PixelPresentation, .. Palette.Tags];

    /// <summary>Reads the palette of a grey image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="inputs">The range of stored values.</param>
    /// <returns>The palette; null if Pixel Presentation is not COLOR or MIXED, or there is no palette.</returns>
    public static SupplementalPalette? Read(DicomDataset dataset, ValueRange inputs) =>
        dataset.GetText(DicomTag.PixelPresentation) is "COLOR" or "MIXED" && Palette.Read(dataset, inputs) is { } palette
            ? new SupplementalPalette(palette)
            : null;

    /// <summary>Applies the palette to a rendered picture.</summary>
    /// <param name="grey">The picture: bytes or words of one sample.</param>
    /// <param name="stored">The stored values of its pixels.</param>
    public Picture Apply(Picture grey, Array stored)
    {
        var coloring = new Coloring(grey.Pixels, _palette);
        SampleArray.Visit(stored, coloring);
        Picture colors = grey.With(coloring.Result, 3);
        return _palette.Warning is { } warning ? colors with { Warnings = [.. colors.Warnings, new DicomWarning(warning, tagPath: "RedPaletteColorLookupTableDescriptor")] } : colors;
    }

    private sealed class Coloring(Array greys, Palette palette) : ISampleVisitor
    {
        public Array Result { get; private set; } = Array.Empty<byte>();

        void ISampleVisitor.Visit<T>(T[] samples) => Result = greys switch
        {
            byte[] bytes => Color(samples, bytes, palette.Bytes),
            ushort[] words => Color(samples, words, palette.WideWords),
            _ => throw new InvalidOperationException("Palettes support pictures of bytes or words only."),
        };

        private TColor[] Color<T, TColor>(T[] samples, TColor[] greyColors, TColor[] colors)
            where T : struct, IConvertible
        {
            var result = new TColor[checked(samples.Length * 3)];
            for (int i = 0; i < samples.Length; i++)
            {
                double index = samples[i].ToDouble(null) - palette.First;
                if (index >= 0) colors.AsSpan((int)Math.Min(index, palette.Count - 1) * 3, 3).CopyTo(result.AsSpan(i * 3));
                else result.AsSpan(i * 3, 3).Fill(greyColors[i]);
            }

            return result;
        }
    }
}
