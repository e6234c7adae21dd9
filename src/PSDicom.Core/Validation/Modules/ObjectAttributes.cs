using System;
using System.Collections.Generic;
using PSDicom.Data;

namespace PSDicom.Validation.Modules;

/// <summary>
/// The attributes of an object: those of the data set, and those of the functional groups of a multi-frame image, which replace them
/// (PS3.3 section C.7.6.16). Of the groups of single frames, those of the first frame count.
/// </summary>
/// <param name="dataset">The data set of the file.</param>
internal sealed class ObjectAttributes(DicomDataset dataset)
{
    private readonly Lazy<Dictionary<uint, DicomElement>?> _grouped = new(() => ReadGroups(dataset));

    /// <summary>The data set.</summary>
    public DicomDataset Dataset => dataset;

    /// <summary>The element of an attribute; null if it is missing.</summary>
    public DicomElement? Find(DicomTag tag)
    {
        if (dataset[tag] is { } element) return element;
        return _grouped.Value?.TryGetValue(tag.Value, out element) == true ? element : null;
    }

    /// <summary>Whether an element has no value. Pixel data and other bulk values are not read for it.</summary>
    public static bool IsEmpty(DicomElement element) =>
        !element.IsEncapsulated && (element.VR.Kind == DicomVRKind.Sequence || element.IsKept ? element.IsEmpty : element.ByteLength == 0);

    private static Dictionary<uint, DicomElement>? ReadGroups(DicomDataset dataset)
    {
        Dictionary<uint, DicomElement>? grouped = null;
        foreach (DicomTag groups in FunctionalGroups.Tags)
        {
            if (dataset[groups]?.Items is not { Count: > 0 } items) continue;
            foreach (DicomElement group in items[0].Elements)
            {
                if (group.Items.Count == 0) continue;
                foreach (DicomElement element in group.Items[0].Elements) (grouped ??= [])[element.Tag.Value] = element;
            }
        }

        return grouped;
    }
}
