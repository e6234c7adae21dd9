using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Operations.Conversion;

/// <summary>
/// Finds value representations that implicit elements cannot say: private ones that are in no dictionary, and those that differ from the dictionary.
/// Readers will not know them.
/// </summary>
internal static class LostRepresentations
{
    /// <summary>The warnings of a conversion.</summary>
    public static IEnumerable<DicomWarning> Find(DicomFile file, DicomTransferSyntax target)
    {
        if (target.IsExplicitVR || !file.Parts.Encoding.IsExplicit) yield break;
        long lost = 0, different = 0;
        var sets = new Stack<DicomDataset>();
        sets.Push(file.Dataset);
        while (sets.Count > 0)
        {
            foreach (DicomElement element in sets.Pop().Elements)
            {
                if (IsLost(element)) lost++;
                else if (IsDifferent(element)) different++;
                foreach (DicomDataset item in element.Items) sets.Push(item);
            }
        }

        if (lost > 0)
        {
            yield return new DicomWarning(
                $"The value representations of {lost} private elements are lost: implicit elements have none, and the dictionary does not know these. Explicit VR Little Endian keeps them.");
        }

        if (different > 0)
        {
            yield return new DicomWarning(
                $"The value representations of {different} elements differ from those of the dictionary, by which readers of implicit elements take their values. Explicit VR Little Endian keeps them.");
        }
    }

    private static bool IsLost(DicomElement element) =>
        element.Tag.IsPrivate && !element.Tag.IsPrivateCreator && !element.Tag.IsGroupLength && element.VR != DicomVR.UN && element.Definition?.VR != element.VR;

    private static bool IsDifferent(DicomElement element) =>
        !element.Tag.IsPrivate && !element.IsEmpty && element.VR != DicomVR.UN && element.Definition is { } known && !known.VRs.Contains(element.VR);
}
