using System.Collections.Concurrent;

namespace PSDicom.Rendering;

/// <summary>The modality transforms of a file's frames; what frames share is worked out once. Any number of threads may use it at once.</summary>
/// <param name="dataset">The file's data set.</param>
/// <param name="areForDisplay">Whether the transforms are those of pictures.</param>
internal sealed class ModalityTransforms(DicomDataset dataset, bool areForDisplay)
{
    // There are as many ranges as numbers of bits that a codestream can have, with and without a sign.
    private readonly ConcurrentDictionary<ValueRange, ModalityTransform> _shared = [];

    /// <summary>The transform of a frame.</summary>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="stored">The stored values that there may be.</param>
    public ModalityTransform Of(int frame, ValueRange stored) =>
        ModalityTransform.IsOwn(dataset, frame) ? Find(frame, stored) : _shared.GetOrAdd(stored, range => Find(frame, range));

    private ModalityTransform Find(int frame, ValueRange stored) =>
        areForDisplay ? ModalityTransform.ForDisplay(dataset, frame, stored) : ModalityTransform.Of(dataset, frame, stored);
}
