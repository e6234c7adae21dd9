namespace PSDicom.Data;

/// <summary>The functional groups of a multi-frame image: attributes of single frames, or of all frames (PS3.3 section C.7.6.16).</summary>
internal static class FunctionalGroups
{
    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.SharedFunctionalGroupsSequence, DicomTag.PerFrameFunctionalGroupsSequence];

    /// <summary>Finds the item of a functional group: the frame's own, or else the shared one.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="group">The sequence of the functional group.</param>
    /// <returns>Null if there is none.</returns>
    public static DicomDataset? Find(DicomDataset dataset, int frame, DicomTag group) =>
        FindOwn(dataset, frame, group) ?? FindShared(dataset, group);

    /// <summary>The frame's own item of a functional group; null if there is none.</summary>
    public static DicomDataset? FindOwn(DicomDataset dataset, int frame, DicomTag group) => Find(dataset, DicomTag.PerFrameFunctionalGroupsSequence, frame, group);

    /// <summary>The item of a functional group for all frames without one of their own; null if there is none.</summary>
    public static DicomDataset? FindShared(DicomDataset dataset, DicomTag group) => Find(dataset, DicomTag.SharedFunctionalGroupsSequence, 0, group);

    private static DicomDataset? Find(DicomDataset dataset, DicomTag groups, int index, DicomTag group) =>
        dataset[groups]?.Items is { } items && index < items.Count && items[index][group]?.Items is { Count: > 0 } found ? found[0] : null;
}
