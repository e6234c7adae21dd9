using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>Reads the column <c>vr</c> of the tables: empty, two letters, or a choice such as <c>US or SS</c>.</summary>
internal static class VRChoice
{
    private const int Step = 6; // "US or "

    /// <summary>Every value representation of a field.</summary>
    public static IReadOnlyList<DicomVR> Read(DataTable table, int start)
    {
        var vrs = new List<DicomVR>(1);
        int end = start + table.FieldLength(start);
        for (; start < end; start += Step) vrs.Add(DicomVR.Find(table.Bytes[start], table.Bytes[start + 1])!);
        return vrs.ToArray();
    }

    /// <summary>The value representation to assume for a field, without allocating.</summary>
    /// <returns>Null for an empty field.</returns>
    public static DicomVR? ReadDefault(DataTable table, int start, out bool isAmbiguous)
    {
        byte[] bytes = table.Bytes;
        DicomVR? first = DicomVR.Find(bytes[start], bytes[start + 1]);
        isAmbiguous = first is not null && !table.IsFieldEnd(start + 2);
        return isAmbiguous ? Prefer(first!, DicomVR.Find(bytes[start + Step], bytes[start + Step + 1])!) : first;
    }

    /// <summary>The value representation to assume of several.</summary>
    public static DicomVR? Default(IReadOnlyList<DicomVR> vrs) => vrs.Count switch
    {
        0 => null,
        1 => vrs[0],
        _ => Prefer(vrs[0], vrs[1]),
    };

    // Implicit VR, where the choice matters, has OW for OB or OW (PS3.5 section A.1).
    private static DicomVR Prefer(DicomVR first, DicomVR second) => first == DicomVR.OB && second == DicomVR.OW ? second : first;
}
