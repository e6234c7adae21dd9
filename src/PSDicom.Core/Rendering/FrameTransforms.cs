using PSDicom.Data;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>What a file says of how the values of each frame are displayed. What holds for all frames is read once.</summary>
internal sealed class FrameTransforms(DicomDataset dataset)
{
    private readonly bool _arePerFrame = FunctionalGroups.ArePerFrame(dataset);

    // Threads may read it twice, which does no harm.
    private volatile Kept? _kept;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [.. ModalityTransform.DisplayTags, .. FileWindows.Tags];

    /// <summary>The modality transform of a frame, and the windows for the values that it gives.</summary>
    public (ModalityTransform Modality, FileWindows Windows) Of(DicomFrame frame)
    {
        bool isSigned = SampleArray.IsSigned(frame.GetPixels());
        if (_kept is { } kept && kept.Bits == frame.BitsStored && kept.IsSigned == isSigned) return (kept.Modality, kept.Windows);
        var modality = ModalityTransform.ForDisplay(dataset, frame.Frame - 1, ValueRange.OfStored(frame));
        var windows = FileWindows.Of(dataset, frame.Frame - 1, modality.FindRange(frame.BitsStored, isSigned));
        if (!_arePerFrame) _kept = new Kept(frame.BitsStored, isSigned, modality, windows);
        return (modality, windows);
    }

    private sealed record Kept(int Bits, bool IsSigned, ModalityTransform Modality, FileWindows Windows);
}
