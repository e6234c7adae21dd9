using System;
using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>The private attributes that PS3.15 table E.3.10-1 declares safe.</summary>
internal static class SafePrivateTable
{
    private const int TagColumn = 1;
    private const int VRColumn = 2;

    private static readonly Dictionary<(string Creator, uint Tag), DicomVR> Attributes = Load();

    /// <summary>The value representation of a safe attribute; null if the table does not list it.</summary>
    /// <param name="creator">The private creator.</param>
    /// <param name="tag">The tag, in any block.</param>
    public static DicomVR? Find(string creator, DicomTag tag) =>
        Attributes.TryGetValue((creator.Trim(), tag.Value & 0xFFFF_00FF), out DicomVR? vr) ? vr : null;

    private static Dictionary<(string Creator, uint Tag), DicomVR> Load()
    {
        DataTable table = DataTable.Load("safe-private-attributes.tsv");
        var attributes = new Dictionary<(string Creator, uint Tag), DicomVR>();
        for (int row = 0; row < table.RowCount; row++)
        {
            uint tag = table.TagPattern(table.FieldStart(row, TagColumn), out _);
            DicomVR vr = DicomVR.Find(table.Field(row, VRColumn)) ?? throw new InvalidOperationException("A safe private attribute has no value representation.");
            attributes[(table.Field(row, 0), tag)] = vr;
        }

        return attributes;
    }
}
