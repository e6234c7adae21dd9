using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Operations.Volumes;

/// <summary>Converts samples to another type. Values outside its range are clipped to the nearest value and counted.</summary>
internal sealed class VoxelConversion
{
    private readonly double _minimum;
    private readonly double _maximum;

    private VoxelConversion(SampleType type) => (_minimum, _maximum) = type switch
    {
        SampleType.UInt8 => (byte.MinValue, byte.MaxValue),
        SampleType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        SampleType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        SampleType.Int16 => (short.MinValue, short.MaxValue),
        SampleType.UInt32 => (uint.MinValue, uint.MaxValue),
        SampleType.Int32 => (int.MinValue, int.MaxValue),
        SampleType.UInt64 => (ulong.MinValue, ulong.MaxValue),
        SampleType.Int64 => (long.MinValue, long.MaxValue),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>The number of clipped samples.</summary>
    public long Clipped { get; private set; }

    /// <summary>Converts samples to a type; returns the same array if it already has the type.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="type">The type.</param>
    /// <param name="clipped">The number of clipped samples.</param>
    public static Array Convert(Array samples, SampleType type, out long clipped)
    {
        clipped = 0;
        if (SampleArray.TypeOf(samples) == type) return samples;
        var conversion = new VoxelConversion(type);
        double[] values = SampleArray.ToDoubles(samples);
        Array result = SampleArray.Create(type, values.Length);
        switch (result)
        {
            case float[] reals: Fill(reals, values); return result;
            case double[]: return values;
        }

        conversion.Clip(values);
        clipped = conversion.Clipped;
        switch (type)
        {
            case SampleType.UInt8: Fill((byte[])result, values); break;
            case SampleType.Int8: Fill((sbyte[])result, values); break;
            case SampleType.UInt16: Fill((ushort[])result, values); break;
            case SampleType.Int16: Fill((short[])result, values); break;
            case SampleType.UInt32: Fill((uint[])result, values); break;
            case SampleType.Int32: Fill((int[])result, values); break;
            case SampleType.UInt64: Fill((ulong[])result, values); break;
            default: Fill((long[])result, values); break;
        }

        return result;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Clip(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            if (value >= _minimum && value <= _maximum) continue;
            values[i] = value > _maximum ? _maximum : double.IsNaN(value) ? 0 : _minimum;
            Clipped++;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(float[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (float)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(byte[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (byte)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(sbyte[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (sbyte)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(ushort[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (ushort)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(short[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (short)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(uint[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (uint)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(int[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (int)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(ulong[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = values[i] >= ulong.MaxValue ? ulong.MaxValue : (ulong)values[i];
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Fill(long[] samples, double[] values)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = values[i] >= long.MaxValue ? long.MaxValue : (long)values[i];
    }
}
