using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>What a file says of how the values of each frame are displayed. What several frames have in common is read once.</summary>
internal sealed class FrameTransforms(DicomDataset dataset)
{
    private readonly ModalityTransforms _modality = new(dataset, areForDisplay: true);

    // Threads may read it twice, which does no harm.
    private volatile WindowList? _shared;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [.. ModalityTransform.DisplayTags, .. WindowList.Tags];

    /// <summary>The modality transform of a frame, and the windows for the values that it gives.</summary>
    public (ModalityTransform Modality, FileWindows Windows) Of(DicomFrame frame)
    {
        bool isSigned = SampleArray.IsSigned(frame.GetPixels());
        ModalityTransform modality = _modality.Of(frame.Frame - 1, ValueRange.OfStored(frame));
        WindowList list = WindowList.OfFrame(dataset, frame.Frame - 1) ?? (_shared ??= WindowList.OfAllFrames(dataset));
        return (modality, new FileWindows(list, modality.FindRange(frame.BitsStored, isSigned)));
    }
}
