using System;
using PSDicom.Pixels;
using PSDicom.Rendering;

namespace PSDicom.Operations;

/// <summary>The values themselves: as they are stored, or what they stand for.</summary>
/// <param name="file">The file.</param>
/// <param name="rescaled">Whether to give what stored values stand for.</param>
/// <param name="asReals">Whether to give them as 32-bit reals.</param>
internal sealed class StoredPictures(FrameFile file, bool rescaled, bool asReals) : PictureSource
{
    private readonly FrameReadOptions _options = new() { Rescaled = rescaled };

    public override Picture Read(int frame)
    {
        DicomFrame values = file.Read(frame, _options);
        PixelSize size = PixelSize.Of(file.File.Dataset, frame - 1);
        return new Picture(asReals ? ToReals(values.GetPixels()) : values.GetPixels())
        {
            Width = values.Columns,
            Height = values.Rows,
            SamplesPerPixel = values.SamplesPerPixel,
            PixelWidth = size.Width,
            PixelHeight = size.Height,
            Warnings = values.Warnings,
        };
    }

    private static Array ToReals(Array samples)
    {
        var visitor = new RealVisitor();
        SampleArray.Visit(samples, visitor);
        return visitor.Reals;
    }

    private sealed class RealVisitor : ISampleVisitor
    {
        public float[] Reals { get; private set; } = [];

        public void Visit<T>(T[] samples)
            where T : struct, IConvertible
        {
            Reals = new float[samples.Length];
            for (int i = 0; i < samples.Length; i++) Reals[i] = samples[i].ToSingle(null);
        }
    }
}
