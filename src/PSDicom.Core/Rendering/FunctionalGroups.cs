namespace PSDicom.Rendering;

/// <summary>What an enhanced image says of single frames, or of all of them (PS3.3 section C.7.6.16).</summary>
internal static class FunctionalGroups
{
    private static readonly DicomTag Shared = new(0x5200_9229);
    private static readonly DicomTag PerFrame = new(0x5200_9230);

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [Shared, PerFrame];

    /// <summary>Finds the item of a functional group: that of the frame, else that of all frames.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="group">The sequence of the functional group.</param>
    /// <returns>Null if there is none.</returns>
    public static DicomDataset? Find(DicomDataset dataset, int frame, DicomTag group) =>
        FindOwn(dataset, frame, group) ?? FindShared(dataset, group);

    /// <summary>The item of a functional group that is the frame's alone; null if there is none.</summary>
    public static DicomDataset? FindOwn(DicomDataset dataset, int frame, DicomTag group) => Find(dataset, PerFrame, frame, group);

    /// <summary>The item of a functional group that holds for all frames which have none of their own; null if there is none.</summary>
    public static DicomDataset? FindShared(DicomDataset dataset, DicomTag group) => Find(dataset, Shared, 0, group);

    private static DicomDataset? Find(DicomDataset dataset, DicomTag groups, int index, DicomTag group) =>
        dataset[groups]?.Items is { } items && index < items.Count && items[index][group]?.Items is { Count: > 0 } found ? found[0] : null;
}
