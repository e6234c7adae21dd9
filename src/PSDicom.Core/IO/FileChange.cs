using System;
using System.Collections.Generic;

namespace PSDicom.IO;

/// <summary>Compares two readings of a file with the same options, to find out whether it has changed.</summary>
internal static class FileChange
{
    /// <summary>Whether both have the same elements at the same positions, and the same values in memory.</summary>
    public static bool IsSame(DicomFile before, DicomFile now) =>
        before.Length == now.Length && IsSame(before.FileMeta, now.FileMeta) && IsSame(before.Dataset, now.Dataset);

    private static bool IsSame(DicomDataset before, DicomDataset now)
    {
        var pairs = new Stack<(DicomDataset Before, DicomDataset Now)>();
        pairs.Push((before, now));
        while (pairs.Count > 0)
        {
            (IReadOnlyList<DicomElement> olds, IReadOnlyList<DicomElement> news) = (pairs.Peek().Before.Elements, pairs.Pop().Now.Elements);
            if (olds.Count != news.Count) return false;
            for (int i = 0; i < olds.Count; i++)
            {
                if (!IsSame(olds[i], news[i])) return false;
                for (int item = 0; item < olds[i].Items.Count; item++) pairs.Push((olds[i].Items[item], news[i].Items[item]));
            }
        }

        return true;
    }

    private static bool IsSame(DicomElement before, DicomElement now) =>
        (before.Tag, before.VR, before.Offset, before.Length, before.Items.Count) == (now.Tag, now.VR, now.Offset, now.Length, now.Items.Count)
        && (!before.IsKept || !now.IsKept || before.Bytes().SequenceEqual(now.Bytes()));
}
