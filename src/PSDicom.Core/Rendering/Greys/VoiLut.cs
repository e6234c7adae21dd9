using System;

namespace PSDicom.Rendering.Greys;

/// <summary>An item of the VOI LUT Sequence: a table of greys (PS3.3 section C.11.2.1.1).</summary>
internal sealed class VoiLut : IGreyMapping
{
    private readonly LookupTable _table;
    private readonly double _white;

    private VoiLut(LookupTable table, string? explanation)
    {
        _table = table;
        Explanation = explanation;
        Warning = table.Warning;
        _white = table.Largest;
    }

    /// <summary>LUT Explanation.</summary>
    public string? Explanation { get; }

    /// <summary>What is wrong with the table; null if nothing.</summary>
    public string? Warning { get; }

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="inputs">The values that it may be asked for: those that the modality transform gives.</param>
    /// <returns>Null if it has no table.</returns>
    public static VoiLut? Read(DicomDataset item, ValueRange inputs)
    {
        return LookupTable.Read(item, DicomTag.LUTDescriptor, DicomTag.LUTData, null, inputs) is { } table ? new VoiLut(table, item.GetText(DicomTag.LUTExplanation)) : null;
    }

    public void Apply(Span<double> values)
    {
        _table.Apply(values);
        for (int i = 0; i < values.Length; i++) values[i] /= _white;
    }
}
