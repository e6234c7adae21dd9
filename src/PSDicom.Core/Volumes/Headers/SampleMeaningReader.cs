using PSDicom.Data;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Volumes.Headers;

/// <summary>Reads the type and the meaning of the samples of each frame. Per-frame functional groups come first (PS3.3 section C.7.6.16.2.9).</summary>
internal sealed class SampleMeaningReader
{
    private const int DefaultBits = 16;

    private readonly DicomDataset _dataset;
    private readonly ModalityTransforms _transforms;
    private readonly ValueRange _stored;
    private readonly SampleMeaning _kind;
    private SampleMeaning? _shared;

    public SampleMeaningReader(DicomDataset dataset, PixelFormat format)
    {
        _dataset = dataset;
        _transforms = new ModalityTransforms(dataset, areForDisplay: false);
        _stored = ValueRange.OfStored(format);
        int allocated = format.BitsAllocated ?? DefaultBits;
        DicomTag? pixelData = ImagePixels.FindPixelData(dataset)?.Tag;
        bool isReal = pixelData == DicomTag.FloatPixelData || pixelData == DicomTag.DoubleFloatPixelData;
        _kind = new SampleMeaning
        {
            Type = pixelData == DicomTag.FloatPixelData ? SampleType.Float32
                : pixelData == DicomTag.DoubleFloatPixelData ? SampleType.Float64
                : SampleArray.TypeOf(allocated, format.IsSigned),
            Bits = isReal ? allocated : format.BitsStored ?? allocated,
            IsColor = format.SamplesPerPixel > 1 || format.PhotometricInterpretation == PhotometricInterpretations.Palette,
        };
    }

    /// <summary>The tags to read.</summary>
    public static DicomTag[] Tags => ModalityTransform.Tags;

    /// <summary>The meaning of the samples of a frame; the index starts at 0.</summary>
    public SampleMeaning Of(int frame)
    {
        if (_kind.IsColor) return _kind;
        return ModalityTransform.HasOwn(_dataset, frame) ? Read(frame) : _shared ??= Read(frame);
    }

    private SampleMeaning Read(int frame)
    {
        ModalityTransform transform = _transforms.Of(frame, _stored);
        DicomDataset source = FunctionalGroups.Find(_dataset, frame, DicomTag.PixelValueTransformationSequence) ?? _dataset;
        return _kind with
        {
            IsTold = !transform.IsIdentity || source.Contains(DicomTag.RescaleSlope),
            HasTable = transform.HasTable,
            Slope = transform.Slope,
            Intercept = transform.Intercept,
            Unit = transform.Unit,
        };
    }
}
