using System.Collections.Generic;

namespace PSDicom.Operations.Conversion;

/// <summary>Finds value representations that implicit elements cannot say, and that are in no dictionary: readers will not know them.</summary>
internal static class LostRepresentations
{
    /// <summary>The warning of a conversion; null if nothing is lost.</summary>
    public static DicomWarning? Find(DicomFile file, DicomTransferSyntax target)
    {
        if (target.IsExplicitVR || !file.Parts.Encoding.IsExplicit) return null;
        long lost = 0;
        var sets = new Stack<DicomDataset>();
        sets.Push(file.Dataset);
        while (sets.Count > 0)
        {
            foreach (DicomElement element in sets.Pop().Elements)
            {
                if (element.Tag.IsPrivate && !element.Tag.IsPrivateCreator && !element.Tag.IsGroupLength && element.VR != DicomVR.UN && element.Definition?.VR != element.VR) lost++;
                foreach (DicomDataset item in element.Items) sets.Push(item);
            }
        }

        return lost == 0 ? null : new DicomWarning(
            $"The value representations of {lost} private elements are lost: implicit elements have none, and the dictionary does not know these. Explicit VR Little Endian keeps them.");
    }
}
