using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Editing;

/// <summary>The elements that must be read to resolve changes: few, if the changes name them.</summary>
internal static class EditSelection
{
    private const uint Group = 0xFFFF_0000;

    /// <summary>The elements; null for all.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="options">The options for them.</param>
    /// <param name="others">Further elements that are needed.</param>
    public static ITagSelection? Of(IReadOnlyList<DatasetChange> changes, EditOptions options, IReadOnlyList<TagMask>? others = null)
    {
        if (options.EncodeAs is not null || options.NewUids != UidKinds.None || options.RemovesPrivate || options.AddsFileMeta) return null;
        List<TagMask> masks = [TagMask.Of(DicomTag.DirectoryRecordSequence), .. others ?? []];
        foreach (DatasetChange change in changes)
        {
            TagPattern first = change.EditPath.Path.First;
            if (change.IsNested || first.Text == TagPattern.Everything) return null;
            foreach (TagMask mask in first.Tags.Masks)
            {
                // A block is reserved, or removed, by what the whole group has.
                masks.Add(new DicomTag(mask.Value).IsPrivate ? new TagMask(mask.Value & Group, Group) : mask);
                if (mask.IsExact && DicomDictionary.FindVR(new DicomTag(mask.Value), out bool isAmbiguous) == DicomVR.US && isAmbiguous)
                    masks.Add(TagMask.Of(DicomTag.PixelRepresentation));
            }
        }

        return new TagSet(masks);
    }
}
