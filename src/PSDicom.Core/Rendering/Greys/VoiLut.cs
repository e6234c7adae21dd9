using System;

namespace PSDicom.Rendering.Greys;

/// <summary>An item of the VOI LUT Sequence, a lookup table of greys (PS3.3 section C.11.2.1.1).</summary>
internal sealed class VoiLut : IGreyMapping
{
    private readonly LookupTable _table;
    private readonly double _white;

    // The same table with the first mapped value read with the other sign.
    private VoiLut? _other;

    private VoiLut(LookupTable table)
    {
        _table = table;
        Warning = table.Warning;
        _white = table.Largest;
    }

    /// <summary>A problem of the table; null if there is none.</summary>
    public string? Warning { get; }

    /// <summary>Whether an item has a table.</summary>
    public static bool HasTable(DicomDataset item) => LookupTable.Exists(item, DicomTag.LUTDescriptor, DicomTag.LUTData);

    /// <summary>LUT Explanation of an item.</summary>
    public static string? ExplanationOf(DicomDataset item) => item.GetText(DicomTag.LUTExplanation);

    /// <summary>Reads an item.</summary>
    /// <returns>The VOI LUT; null if the item has no table.</returns>
    public static VoiLut? Read(DicomDataset item) =>
        LookupTable.Read(item, DicomTag.LUTDescriptor, DicomTag.LUTData, null, default) is { } table ? new VoiLut(table) : null;

    /// <summary>The same VOI LUT for the output range of the modality transform.</summary>
    public VoiLut For(ValueRange inputs)
    {
        LookupTable table = _table.For(inputs);
        if (table.First == _table.First) return this;
        _other ??= new VoiLut(table);
        return _other;
    }

    public void Apply(Span<double> values)
    {
        _table.Apply(values);
        for (int i = 0; i < values.Length; i++) values[i] /= _white;
    }
}
