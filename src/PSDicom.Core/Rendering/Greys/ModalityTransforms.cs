using System.Collections.Concurrent;

namespace PSDicom.Rendering.Greys;

/// <summary>The modality transforms of a file's frames. Transforms that frames share are computed once. Thread-safe.</summary>
/// <param name="dataset">The file's data set.</param>
/// <param name="areForDisplay">Whether the transforms are for display.</param>
internal sealed class ModalityTransforms(DicomDataset dataset, bool areForDisplay)
{
    // Bounded: a range of stored values follows from a number of bits and a sign.
    private readonly ConcurrentDictionary<ValueRange, ModalityTransform> _shared = [];

    /// <summary>The transform of a frame.</summary>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="stored">The range of stored values.</param>
    public ModalityTransform Of(int frame, ValueRange stored) =>
        ModalityTransform.HasOwn(dataset, frame) ? Find(frame, stored) : _shared.GetOrAdd(stored, range => Find(frame, range));

    private ModalityTransform Find(int frame, ValueRange stored) =>
        areForDisplay ? ModalityTransform.ForDisplay(dataset, frame, stored) : ModalityTransform.Of(dataset, frame, stored);
}
