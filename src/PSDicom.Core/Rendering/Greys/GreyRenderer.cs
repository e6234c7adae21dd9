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
        GreyView view = ViewOf(frame);
        var scale = new GreyScale(options.BitDepth ?? 8, view.IsReversed, options.Invert);
        Array greys = view.Values.Index is { } index
            ? index.Find(frame.GetPixels(), TableOf(new TableKey(index, view.Modality, view.HiddenPadding, view.Mapping, scale), view.Values))
            : Map(view.Values, view.Mapping, scale);
        return new RenderedPicture(greys)
        {
            Width = frame.Columns,
            Height = frame.Rows,
            SamplesPerPixel = 1,
            IsBilevel = view.IsFullRange && frame.BitsStored == 1 && scale.Bits == 8,
            Window = view.Window,
            Warnings = view.Warnings,
        };
    }

    /// <summary>Finds the transforms from the stored values of a frame to greys.</summary>
    public GreyView ViewOf(DicomFrame frame)
    {
        Array samples = frame.GetPixels();
        bool isSigned = SampleArray.IsSigned(samples), isReal = SampleArray.TypeOf(samples) is SampleType.Float32 or SampleType.Float64;
        (ModalityTransform modality, FileWindows windows) = _transforms.Of(frame);
        bool isShownWhole = modality.IsIdentity && !isReal && frame.BitsStored <= 8;
        WindowChoice choice = _chooser.Choose(windows, isShownWhole ? modality.FindRange(frame.BitsStored, isSigned) : null, isReal);
        PixelPadding? padding = (isSigned ? _signedPadding : _unsignedPadding).Value;

        // A window shows padding like any value. Without a window, padding is ignored and black.
        PixelPadding? hidden = choice.Mapping is null ? padding : null;
        var values = new FrameValues(frame, modality, hidden);
        return new GreyView
        {
            Modality = modality,
            Windows = windows,
            Values = values,
            Mapping = choice.Mapping ?? choice.Between(values.FindRange(choice.Tail)),
            IsFitted = choice.Mapping is null,
            Padding = padding,
            HiddenPadding = hidden,
            IsReversed = IsReversed(frame),
            IsFullRange = choice.IsFullRange,
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
