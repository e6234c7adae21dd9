using System;
using System.Linq;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>Renders stored values of one sample per pixel as greys: modality transform, window or VOI LUT, presentation.</summary>
internal sealed class GreyRenderer(DicomDataset dataset, RenderOptions options)
{
    private const string Monochrome1 = "MONOCHROME1";

    private readonly FrameTransforms _transforms = new(dataset);
    private readonly WindowChooser _chooser = new(dataset, options.Windowing);

    private readonly Lazy<bool> _isInverse = new(() => dataset.GetText(DicomTag.PresentationLUTShape) == "INVERSE");
    private readonly Lazy<PixelPadding?> _signedPadding = new(() => PixelPadding.Read(dataset, isSigned: true));
    private readonly Lazy<PixelPadding?> _unsignedPadding = new(() => PixelPadding.Read(dataset, isSigned: false));

    // Most frames share their table. Threads may replace it at any time.
    private volatile KeptTable? _table;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags =>
        [DicomTag.PresentationLUTShape, .. FrameTransforms.Tags, .. WindowChooser.Tags, .. PixelPadding.Tags];

    /// <summary>Renders a frame of stored values.</summary>
    public Picture Render(DicomFrame frame)
    {
        Array samples = frame.GetPixels();
        bool isSigned = SampleArray.IsSigned(samples), isReal = SampleArray.TypeOf(samples) is SampleType.Float32 or SampleType.Float64;
        (ModalityTransform modality, FileWindows windows) = _transforms.Of(frame);
        bool isShownWhole = modality.IsIdentity && !isReal && frame.BitsStored <= 8;
        WindowChoice choice = _chooser.Choose(windows, isShownWhole ? modality.FindRange(frame.BitsStored, isSigned) : null, isReal);

        // A window shows padding like any value. Without a window, padding is ignored and black.
        PixelPadding? padding = choice.Mapping is null ? (isSigned ? _signedPadding : _unsignedPadding).Value : null;
        var values = new FrameValues(frame, modality, padding);
        IGreyMapping mapping = choice.Mapping ?? choice.Between(values.FindRange(choice.Tail));
        var scale = new GreyScale(options.BitDepth ?? 8, IsReversed(frame), options.Invert);
        Array greys = values.Index is { } index
            ? index.Find(samples, TableOf(new TableKey(index, modality, padding, mapping, scale), values))
            : Map(values, mapping, scale);
        return new RenderedPicture(greys)
        {
            Width = frame.Columns,
            Height = frame.Rows,
            SamplesPerPixel = 1,
            IsBilevel = choice.IsFullRange && frame.BitsStored == 1 && scale.Bits == 8,
            Window = choice.IsFullRange ? null : mapping as VoiWindow,
            Warnings = [.. frame.Warnings, .. new[] { modality.Warning, choice.Warning }.OfType<DicomWarning>()],
        };
    }

    // MONOCHROME1 asks for INVERSE (PS3.3 section C.8.11.3.1.5): together they reverse once.
    private bool IsReversed(DicomFrame frame) =>
        frame.PhotometricInterpretation == Monochrome1 || _isInverse.Value;

    private Array TableOf(TableKey key, FrameValues values)
    {
        if (_table is { } kept && kept.Key == key) return kept.Table;
        var table = new KeptTable(key, Map(values, key.Mapping, key.Scale));
        _table = table;
        return table.Table;
    }

    private static Array Map(FrameValues values, IGreyMapping mapping, GreyScale scale)
    {
        double[] greys = values.ToArray();
        mapping.Apply(greys);
        return scale.Write(greys);
    }

    /// <summary>The parameters that a table depends on.</summary>
    private sealed record TableKey(SampleIndex Index, ModalityTransform Modality, PixelPadding? Padding, IGreyMapping Mapping, GreyScale Scale);

    private sealed record KeptTable(TableKey Key, Array Table);
}
