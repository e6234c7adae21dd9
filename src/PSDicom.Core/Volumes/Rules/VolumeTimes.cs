using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>The times of the volumes of a stack.</summary>
internal static class VolumeTimes
{
    /// <summary>Seconds from the first volume; null if unknown or not ascending.</summary>
    /// <param name="arrangement">The slices in the order [volume][slice].</param>
    /// <param name="slices">The number of slices of a volume.</param>
    public static IReadOnlyList<double>? Find(IReadOnlyList<PlacedSlice?> arrangement, int slices)
    {
        int volumes = arrangement.Count / slices;
        if (volumes < 2) return null;
        return Ascending(Begins(arrangement, slices, keys => keys.Time))
            ?? Ascending(Begins(arrangement, slices, keys => keys.TriggerTime / 1000))
            ?? ByRepetition(arrangement, volumes);
    }

    private static double?[] Begins(IReadOnlyList<PlacedSlice?> arrangement, int slices, Func<FrameKeys, double?> timeOf)
    {
        var begins = new double?[arrangement.Count / slices];
        for (int volume = 0; volume < begins.Length; volume++)
        {
            begins[volume] = double.MaxValue;
            for (int slice = 0; slice < slices; slice++)
            {
                if (arrangement[(volume * slices) + slice] is not { } placed) continue;
                if (timeOf(placed.Frame.Keys) is not { } time) return [];
                begins[volume] = Math.Min(begins[volume]!.Value, time);
            }
        }

        return begins;
    }

    private static double[]? Ascending(double?[] begins)
    {
        if (begins.Length == 0) return null;
        for (int i = 1; i < begins.Length; i++)
        {
            if (!(begins[i] > begins[i - 1])) return null;
        }

        return [.. begins.Select(begin => Math.Round(begin!.Value - begins[0]!.Value, 6))];
    }

    /// <summary>MR volumes that differ only in time are one repetition time apart.</summary>
    private static double[]? ByRepetition(IReadOnlyList<PlacedSlice?> arrangement, int volumes)
    {
        FrameKeys[] keys = [.. arrangement.OfType<PlacedSlice>().Select(slice => slice.Frame.Keys)];
        if (keys.Select(key => (key.RepetitionTime, key.ImageType, key.BValue)).Distinct().Skip(1).Any()) return null;
        return keys[0].RepetitionTime is > 0 and double repetition
            ? [.. Enumerable.Range(0, volumes).Select(volume => volume * repetition / 1000)]
            : null;
    }
}
