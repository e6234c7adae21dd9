using System.Globalization;
using System.Runtime.InteropServices;

namespace PSDicom.Bench;

/// <summary>The difference between two files of samples.</summary>
internal static class Difference
{
    /// <returns>The largest difference of two samples, and the mean.</returns>
    public static string Measure(string path, string other, int bytesPerSample)
    {
        byte[] bytes = File.ReadAllBytes(path), otherBytes = File.ReadAllBytes(other);
        if (bytes.Length != otherBytes.Length) throw new InvalidDataException($"{path} has {bytes.Length} bytes, {other} {otherBytes.Length}.");
        int largest = 0;
        long sum = 0;
        for (int i = 0; i < bytes.Length; i += bytesPerSample)
        {
            int difference = Math.Abs(Sample(bytes, i, bytesPerSample) - Sample(otherBytes, i, bytesPerSample));
            largest = Math.Max(largest, difference);
            sum += difference;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{largest} {(double)sum * bytesPerSample / bytes.Length:F4}");
    }

    private static int Sample(byte[] bytes, int index, int size) =>
        size == 1 ? bytes[index] : MemoryMarshal.Read<ushort>(bytes.AsSpan(index));
}
