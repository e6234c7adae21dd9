using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>Colours of the upper stored values of a grey image; the values below them stay grey (PS3.3 section C.7.6.19).</summary>
internal sealed class SupplementalPalette
{
    private readonly Palette _palette;

    private SupplementalPalette(Palette palette) => _palette = palette;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.PixelPresentation, .. Palette.Tags];

    /// <summary>Reads the palette of a grey image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="inputs">The stored values that there may be.</param>
    /// <returns>Null if the image does not say that it has colour.</returns>
    public static SupplementalPalette? Read(DicomDataset dataset, ValueRange inputs) =>
        dataset.GetText(DicomTag.PixelPresentation) is "COLOR" or "MIXED" && Palette.Read(dataset, inputs) is { } palette
            ? new SupplementalPalette(palette)
            : null;

    /// <summary>Colours a rendered picture.</summary>
    /// <param name="grey">The picture: bytes or words of one sample.</param>
    /// <param name="stored">The stored values of its pixels, before modality transform and window.</param>
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
            _ => throw new InvalidOperationException("Only pictures of bytes or words are coloured."),
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
