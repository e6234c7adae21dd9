using System;

namespace PSDicom.Rendering;

/// <summary>An item of the VOI LUT Sequence: a table of greys (PS3.3 section C.11.2.1.1).</summary>
internal sealed class VoiLut : IGreyMapping
{
    private static readonly DicomTag LutDescriptor = new(0x0028_3002);
    private static readonly DicomTag LutExplanation = new(0x0028_3003);
    private static readonly DicomTag LutData = new(0x0028_3006);

    private readonly LookupTable _table;
    private readonly double _white;

    // The table begins at one of two values, as these are signed or not.
    private VoiLut? _other;

    private VoiLut(LookupTable table)
    {
        _table = table;
        Warning = table.Warning;
        _white = table.Largest;
    }

    /// <summary>What is wrong with the table; null if nothing.</summary>
    public string? Warning { get; }

    /// <summary>Whether an item has a table.</summary>
    public static bool IsThere(DicomDataset item) => LookupTable.IsThere(item, LutDescriptor, LutData);

    /// <summary>LUT Explanation of an item.</summary>
    public static string? ExplanationOf(DicomDataset item) => item.GetText(LutExplanation);

    /// <summary>Reads an item.</summary>
    /// <returns>Null if it has no table.</returns>
    public static VoiLut? Read(DicomDataset item) =>
        LookupTable.Read(item, LutDescriptor, LutData, null, default) is { } table ? new VoiLut(table) : null;

    /// <summary>The same for the values that it may be asked for: those that the modality transform gives.</summary>
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
