using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>The values themselves: stored values, or real values.</summary>
/// <param name="file">The file.</param>
/// <param name="rescaled">Whether to give real values.</param>
/// <param name="type">The type of the values; null for their own.</param>
internal sealed class StoredPictures(FrameFile file, bool rescaled, SampleType? type) : PictureSource
{
    private readonly FrameReadOptions _options = new() { Rescaled = rescaled };
    private readonly PixelSizes _sizes = new(file.File.Dataset);

    /// <summary>The common type of the values of all frames for one file; null for their own.</summary>
    public static SampleType? CommonType(FrameFile file, IEnumerable<int> frames) => CommonType(Kinds(file, frames));

    /// <summary>The common type of the values of frames of several files.</summary>
    public static SampleType? CommonType(IEnumerable<(ModalityTransform Transform, ValueRange Stored)> kinds) =>
        kinds.Distinct().Skip(1).Any() ? SampleType.Float64 : null;

    /// <summary>The range of stored values of frames, and their transform to real values.</summary>
    public static IEnumerable<(ModalityTransform Transform, ValueRange Stored)> Kinds(FrameFile file, IEnumerable<int> frames)
    {
        var stored = ValueRange.OfStored(PixelFormat.Read(file.File.Dataset));
        return frames.Select(frame => (file.Transforms.Of(frame - 1, stored), stored));
    }

    public override Picture Read(int frame, FrameThreads threads)
    {
        DicomFrame values = file.Read(frame, _options, threads);
        PixelSize size = _sizes.Of(frame - 1);
        return new Picture(type is { } other ? Convert(values.GetPixels(), other) : values.GetPixels())
        {
            Width = values.Columns,
            Height = values.Rows,
            SamplesPerPixel = values.SamplesPerPixel,
            PixelWidth = size.Width,
            PixelHeight = size.Height,
            Warnings = values.Warnings,
        };
    }

    private static Array Convert(Array samples, SampleType type)
    {
        var conversion = new RealConversion(type);
        SampleArray.Visit(samples, conversion);
        return conversion.Reals;
    }

    private sealed class RealConversion(SampleType type) : ISampleVisitor
    {
        public Array Reals { get; private set; } = Array.Empty<double>();

        void ISampleVisitor.Visit<T>(T[] samples)
        {
            if (type == SampleType.Float32)
            {
                var reals = new float[samples.Length];
                for (int i = 0; i < reals.Length; i++) reals[i] = samples[i].ToSingle(null);
                Reals = reals;
            }
            else
            {
                var reals = new double[samples.Length];
                for (int i = 0; i < reals.Length; i++) reals[i] = samples[i].ToDouble(null);
                Reals = reals;
            }
        }
    }
}
