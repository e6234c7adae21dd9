using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PSDicom.Data;

/// <summary>Binary numbers of either byte order (PS3.5 section 7.3).</summary>
internal static class BinaryNumbers
{
    /// <summary>The numbers in an array of the value representation's type; an incomplete last number is left out.</summary>
    public static Array ToArray(ReadOnlySpan<byte> bytes, DicomVR vr, bool isBigEndian)
    {
        byte[] ordered = InOrderOfMachine(bytes, vr == DicomVR.AT ? 2 : vr.UnitSize, isBigEndian);
        return vr.Code switch
        {
            "US" => Cast<ushort>(ordered),
            "SS" => Cast<short>(ordered),
            "UL" => Cast<uint>(ordered),
            "SL" => Cast<int>(ordered),
            "UV" => Cast<ulong>(ordered),
            "SV" => Cast<long>(ordered),
            "FL" => Cast<float>(ordered),
            "FD" => Cast<double>(ordered),
            "AT" => ToTags(Cast<ushort>(ordered)),
            _ => throw new ArgumentOutOfRangeException(nameof(vr)),
        };
    }

    /// <summary>The first number as an integer; null if it has a fraction or does not fit.</summary>
    public static long? ToInteger(ReadOnlySpan<byte> bytes, DicomVR vr, bool isBigEndian) => ToArray(bytes, vr, isBigEndian).GetValue(0) switch
    {
        ushort value => value,
        short value => value,
        uint value => value,
        int value => value,
        long value => value,
        ulong value and <= long.MaxValue => (long)value,
        float value when value == Math.Floor(value) && Math.Abs(value) < 1e15 => (long)value,
        double value when value == Math.Floor(value) && Math.Abs(value) < 1e15 => (long)value,
        _ => null,
    };

    /// <summary>A number as text that reads back as the same number, in single precision too.</summary>
    public static string ToText(object value) => value switch
    {
        DicomTag tag => tag.Value.ToString("X8", CultureInfo.InvariantCulture),
        float number => FloatText.ToText(number),
        double number => FloatText.ToText(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static T[] Cast<T>(byte[] ordered)
        where T : struct => MemoryMarshal.Cast<byte, T>(ordered.AsSpan()).ToArray();

    private static DicomTag[] ToTags(ushort[] words)
    {
        var tags = new DicomTag[words.Length / 2];
        for (int i = 0; i < tags.Length; i++) tags[i] = new DicomTag(words[2 * i], words[(2 * i) + 1]);
        return tags;
    }

    private static byte[] InOrderOfMachine(ReadOnlySpan<byte> bytes, int unitSize, bool isBigEndian)
    {
        byte[] ordered = bytes.ToArray();
        if (isBigEndian == !BitConverter.IsLittleEndian) return ordered;
        for (int i = 0; i + unitSize <= ordered.Length; i += unitSize) Array.Reverse(ordered, i, unitSize);
        return ordered;
    }
}
