using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>Maps samples by a lookup table.</summary>
internal sealed class TableMapping : ISampleVisitor
{
    private readonly LookupTable _table;

    private TableMapping(LookupTable table) => _table = table;

    private Array Result { get; set; } = Array.Empty<ushort>();

    public static Array Apply(Array samples, LookupTable table)
    {
        var mapping = new TableMapping(table);
        SampleArray.Visit(samples, mapping);
        return mapping.Result;
    }

    [MethodImpl(Compiled.AtOnce)]

    void ISampleVisitor.Visit<T>(T[] samples)
    {
        var values = new ushort[samples.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = _table[(int)Math.Max(short.MinValue, Math.Min(ushort.MaxValue, samples[i].ToDouble(null)))];
        if (_table.Bits > 8)
        {
            Result = values;
            return;
        }

        Result = Array.ConvertAll(values, value => (byte)value);
    }
}
