using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PSDicom.Pixels;

/// <summary>Arrays of samples of any number type, and their bytes.</summary>
internal static class SampleArray
{
    /// <summary>The smallest integer type of at least so many bits.</summary>
    public static SampleType TypeOf(int bits, bool isSigned) => bits switch
    {
        <= 8 => isSigned ? SampleType.Int8 : SampleType.UInt8,
        <= 16 => isSigned ? SampleType.Int16 : SampleType.UInt16,
        <= 32 => isSigned ? SampleType.Int32 : SampleType.UInt32,
        _ => isSigned ? SampleType.Int64 : SampleType.UInt64,
    };

    /// <summary>
    /// The exact type of samples. A pattern such as <c>is byte[]</c> also matches an array of <see cref="sbyte"/>, as the runtime converts
    /// between arrays of signed and unsigned numbers.
    /// </summary>
    public static SampleType TypeOf(Array samples) => Type.GetTypeCode(samples.GetType().GetElementType()) switch
    {
        TypeCode.Byte => SampleType.UInt8,
        TypeCode.SByte => SampleType.Int8,
        TypeCode.UInt16 => SampleType.UInt16,
        TypeCode.Int16 => SampleType.Int16,
        TypeCode.UInt32 => SampleType.UInt32,
        TypeCode.Int32 => SampleType.Int32,
        TypeCode.UInt64 => SampleType.UInt64,
        TypeCode.Int64 => SampleType.Int64,
        TypeCode.Single => SampleType.Float32,
        TypeCode.Double => SampleType.Float64,
        _ => throw new ArgumentException("The array is not of a sample type.", nameof(samples)),
    };

    /// <summary>The smallest integer type, up to 32 bits, for a range of values; null if there is none.</summary>
    public static SampleType? TypeOfRange(double minimum, double maximum) =>
        minimum >= byte.MinValue && maximum <= byte.MaxValue ? SampleType.UInt8
        : minimum >= short.MinValue && maximum <= short.MaxValue ? SampleType.Int16
        : minimum >= ushort.MinValue && maximum <= ushort.MaxValue ? SampleType.UInt16
        : minimum >= int.MinValue && maximum <= int.MaxValue ? SampleType.Int32
        : null;

    public static int SizeOf(SampleType type) => type switch
    {
        SampleType.UInt8 or SampleType.Int8 => 1,
        SampleType.UInt16 or SampleType.Int16 => 2,
        SampleType.UInt32 or SampleType.Int32 or SampleType.Float32 => 4,
        _ => 8,
    };

    /// <summary>An array of zeros, which may come from <see cref="SamplePool"/>.</summary>
    public static Array Create(SampleType type, int length) => type switch
    {
        SampleType.UInt8 => Create<byte>(length),
        SampleType.Int8 => Create<sbyte>(length),
        SampleType.UInt16 => Create<ushort>(length),
        SampleType.Int16 => Create<short>(length),
        SampleType.UInt32 => Create<uint>(length),
        SampleType.Int32 => Create<int>(length),
        SampleType.UInt64 => Create<ulong>(length),
        SampleType.Int64 => Create<long>(length),
        SampleType.Float32 => Create<float>(length),
        _ => Create<double>(length),
    };

    /// <inheritdoc cref="Create(SampleType, int)"/>
    public static T[] Create<T>(int length) => (T[]?)SamplePool.Shared.TryRent(typeof(T), length) ?? new T[length];

    /// <summary>The bytes of the samples, in place.</summary>
    // Each pattern of unsigned numbers matches signed ones too (see TypeOf).
    public static Span<byte> AsBytes(Array samples) => samples switch
    {
        byte[] array => array,
        ushort[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        uint[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        ulong[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        float[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        double[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        _ => throw new ArgumentException("The array is not of a sample type.", nameof(samples)),
    };

    public static bool IsSigned(Array samples) =>
        TypeOf(samples) is SampleType.Int8 or SampleType.Int16 or SampleType.Int32 or SampleType.Int64;

    /// <summary>The samples as <see cref="double"/>; 64-bit integers are rounded.</summary>
    public static double[] ToDoubles(Array samples)
    {
        var conversion = new DoubleConversion();
        Visit(samples, conversion);
        return conversion.Result;
    }

    /// <summary>Calls the visitor with the samples as an array of their own type.</summary>
    public static void Visit(Array samples, ISampleVisitor visitor)
    {
        switch (TypeOf(samples))
        {
            case SampleType.UInt8: visitor.Visit((byte[])samples); break;
            case SampleType.Int8: visitor.Visit((sbyte[])samples); break;
            case SampleType.UInt16: visitor.Visit((ushort[])samples); break;
            case SampleType.Int16: visitor.Visit((short[])samples); break;
            case SampleType.UInt32: visitor.Visit((uint[])samples); break;
            case SampleType.Int32: visitor.Visit((int[])samples); break;
            case SampleType.UInt64: visitor.Visit((ulong[])samples); break;
            case SampleType.Int64: visitor.Visit((long[])samples); break;
            case SampleType.Float32: visitor.Visit((float[])samples); break;
            default: visitor.Visit((double[])samples); break;
        }
    }

    private sealed class DoubleConversion : ISampleVisitor
    {
        public double[] Result { get; private set; } = [];

        [MethodImpl(Compiled.AtOnce)]

        public void Visit<T>(T[] samples)
            where T : struct, IConvertible
        {
            Result = new double[samples.Length];
            for (int i = 0; i < samples.Length; i++) Result[i] = samples[i].ToDouble(null);
        }
    }
}
