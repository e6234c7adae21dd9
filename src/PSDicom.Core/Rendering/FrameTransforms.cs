using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>The modality transforms and windows of the frames of a file. Those that frames share are read once.</summary>
internal sealed class FrameTransforms(DicomDataset dataset)
{
    private readonly ModalityTransforms _modality = new(dataset, areForDisplay: true);

    // Two threads may read it at the same time, which is harmless.
    private volatile WindowList? _shared;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [.. ModalityTransform.DisplayTags, .. WindowList.Tags];

    /// <summary>The modality transform of a frame, and the windows for its output values.</summary>
    public (ModalityTransform Modality, FileWindows Windows) Of(DicomFrame frame)
    {
        bool isSigned = SampleArray.IsSigned(frame.GetPixels());
        ModalityTransform modality = _modality.Of(frame.Frame - 1, ValueRange.OfStored(frame));
        WindowList list = WindowList.OfFrame(dataset, frame.Frame - 1) ?? (_shared ??= WindowList.OfAllFrames(dataset));
        return (modality, new FileWindows(list, modality.FindRange(frame.BitsStored, isSigned)));
    }
}
