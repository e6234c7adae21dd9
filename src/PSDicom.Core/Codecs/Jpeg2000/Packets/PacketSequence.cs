using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Packets;

/// <summary>The position of a packet: one layer of one precinct.</summary>
internal readonly struct PacketPlace(int component, int resolution, int precinct, int layer)
{
    public int Component { get; } = component;

    public int Resolution { get; } = resolution;

    public int Precinct { get; } = precinct;

    public int Layer { get; } = layer;
}

/// <summary>The order of the packets of a tile (T.800 B.12).</summary>
/// <remarks>Steps are spent from the budget, as most positions can be without a packet, or repeated.</remarks>
internal sealed class PacketSequence(Area tile, TileComponent[] components, TileCoding coding, WorkBudget budget)
{
    /// <summary>The cost of looking for a precinct at a position.</summary>
    private const int StepsOfPosition = 4;

    /// <summary>
    /// Enumerates the packets of all progression order changes, or of the default order. A packet can occur twice; only the first counts.
    /// </summary>
    public IEnumerable<PacketPlace> Enumerate(IReadOnlyList<ProgressionVolume> changes)
    {
        if (changes.Count == 0)
        {
            return Enumerate(new ProgressionVolume(coding.Progression, 0, 33, 0, components.Length, coding.Layers));
        }

        return EnumerateAll(changes);
    }

    private IEnumerable<PacketPlace> EnumerateAll(IReadOnlyList<ProgressionVolume> changes)
    {
        foreach (ProgressionVolume volume in changes)
        {
            foreach (PacketPlace place in Enumerate(volume)) yield return place;
        }
    }

    private IEnumerable<PacketPlace> Enumerate(ProgressionVolume volume) => volume.Order switch
    {
        ProgressionOrder.LayerResolutionComponentPosition => LayerFirst(volume),
        ProgressionOrder.ResolutionLayerComponentPosition => ResolutionFirst(volume),
        ProgressionOrder.ResolutionPositionComponentLayer => ResolutionThenPosition(volume),
        ProgressionOrder.PositionComponentResolutionLayer =>
            ByPosition(volume, volume.FirstComponent, volume.EndComponent, volume.FirstResolution, volume.EndResolution),
        _ => ComponentFirst(volume),
    };

    private IEnumerable<PacketPlace> LayerFirst(ProgressionVolume volume)
    {
        for (int layer = 0; layer < Layers(volume); layer++)
        {
            for (int r = volume.FirstResolution; r < Resolutions(volume); r++)
            {
                foreach (PacketPlace place in OfLayer(volume, r, layer)) yield return place;
            }
        }
    }

    private IEnumerable<PacketPlace> ResolutionFirst(ProgressionVolume volume)
    {
        for (int r = volume.FirstResolution; r < Resolutions(volume); r++)
        {
            // Layers of a resolution without samples are skipped.
            for (int layer = 0; layer < Layers(volume) && HasPrecincts(volume, r); layer++)
            {
                foreach (PacketPlace place in OfLayer(volume, r, layer)) yield return place;
            }
        }
    }

    private IEnumerable<PacketPlace> OfLayer(ProgressionVolume volume, int r, int layer)
    {
        for (int c = volume.FirstComponent; c < volume.EndComponent; c++)
        {
            budget.Spend(1);
            if (r >= components[c].Resolutions.Length) continue;
            long precincts = components[c].Resolutions[r].PrecinctCount;
            for (int k = 0; k < precincts; k++)
            {
                budget.Spend(1);
                yield return new PacketPlace(c, r, k, layer);
            }
        }
    }

    private IEnumerable<PacketPlace> ResolutionThenPosition(ProgressionVolume volume)
    {
        for (int r = volume.FirstResolution; r < Resolutions(volume); r++)
        {
            foreach (PacketPlace place in ByPosition(volume, volume.FirstComponent, volume.EndComponent, r, r + 1)) yield return place;
        }
    }

    private IEnumerable<PacketPlace> ComponentFirst(ProgressionVolume volume)
    {
        for (int c = volume.FirstComponent; c < volume.EndComponent; c++)
        {
            foreach (PacketPlace place in ByPosition(volume, c, c + 1, volume.FirstResolution, volume.EndResolution)) yield return place;
        }
    }

    /// <summary>
    /// Enumerates all positions of the tile where a precinct begins, row by row, then components, resolutions and layers.
    /// </summary>
    private IEnumerable<PacketPlace> ByPosition(ProgressionVolume volume, int firstComponent, int endComponent, int firstResolution, int endResolution)
    {
        for (long y = tile.Y0; y < tile.Y1; y = Next(y, vertical: true))
        {
            for (long x = tile.X0; x < tile.X1; x = Next(x, vertical: false))
            {
                for (int c = firstComponent; c < endComponent; c++)
                {
                    for (int r = firstResolution; r < Math.Min(endResolution, components[c].Resolutions.Length); r++)
                    {
                        budget.Spend(StepsOfPosition);
                        int precinct = PrecinctAt(components[c], r, x, y);
                        for (int layer = 0; precinct >= 0 && layer < Layers(volume); layer++)
                        {
                            budget.Spend(1);
                            yield return new PacketPlace(c, r, precinct, layer);
                        }
                    }
                }
            }
        }

        long Next(long position, bool vertical)
        {
            long next = long.MaxValue;
            for (int c = firstComponent; c < endComponent; c++)
            {
                for (int r = firstResolution; r < Math.Min(endResolution, components[c].Resolutions.Length); r++)
                {
                    long step = Step(components[c], r, vertical);
                    next = Math.Min(next, ((position / step) + 1) * step);
                }
            }

            return next;
        }
    }

    /// <summary>The precinct that begins at a position of the reference grid, or -1 (T.800 B.12.1.3).</summary>
    private int PrecinctAt(TileComponent component, int r, long x, long y)
    {
        Resolution resolution = component.Resolutions[r];
        if (resolution.PrecinctCount == 0) return -1;
        int level = component.Coding.Levels - r;
        Area area = resolution.Area;
        bool beginsY = y % Step(component, r, true) == 0 || (y == tile.Y0 && ((long)area.Y0 << level) % (1L << (resolution.HeightExponent + level)) != 0);
        bool beginsX = x % Step(component, r, false) == 0 || (x == tile.X0 && ((long)area.X0 << level) % (1L << (resolution.WidthExponent + level)) != 0);
        if (!beginsX || !beginsY) return -1;
        int px = (Tiling.CeilShift(Tiling.CeilDivide(x, component.Size.StepX), level) >> resolution.WidthExponent) - (area.X0 >> resolution.WidthExponent);
        int py = (Tiling.CeilShift(Tiling.CeilDivide(y, component.Size.StepY), level) >> resolution.HeightExponent) - (area.Y0 >> resolution.HeightExponent);
        if (px < 0 || py < 0 || px >= resolution.PrecinctsAcross || py >= resolution.PrecinctsDown) return -1;
        return px + (py * resolution.PrecinctsAcross);
    }

    private static long Step(TileComponent component, int r, bool vertical)
    {
        Resolution resolution = component.Resolutions[r];
        int level = component.Coding.Levels - r;
        return vertical
            ? (long)component.Size.StepY << (resolution.HeightExponent + level)
            : (long)component.Size.StepX << (resolution.WidthExponent + level);
    }

    private bool HasPrecincts(ProgressionVolume volume, int r)
    {
        for (int c = volume.FirstComponent; c < volume.EndComponent; c++)
        {
            if (r < components[c].Resolutions.Length && components[c].Resolutions[r].PrecinctCount > 0) return true;
        }

        return false;
    }

    private int Layers(ProgressionVolume volume) => Math.Min(volume.EndLayer, coding.Layers);

    private int Resolutions(ProgressionVolume volume)
    {
        int most = 0;
        for (int c = volume.FirstComponent; c < volume.EndComponent; c++) most = Math.Max(most, components[c].Resolutions.Length);
        return Math.Min(volume.EndResolution, most);
    }
}
