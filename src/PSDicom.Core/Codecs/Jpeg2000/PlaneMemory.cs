using System.Buffers;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The memory of the samples or coefficients of a tile-component.</summary>
internal static class PlaneMemory
{
    /// <summary>Longer planes are not pooled: each thread would keep some.</summary>
    private const int MaxRented = 1 << 24;

    public static int[] Rent(Area area)
    {
        if (area.IsEmpty) return [];
        int samples = checked(area.Width * area.Height);
        return samples > MaxRented ? new int[samples] : ArrayPool<int>.Shared.Rent(samples);
    }

    public static void Return(int[] memory)
    {
        if (memory.Length is > 0 and <= MaxRented) ArrayPool<int>.Shared.Return(memory);
    }
}
