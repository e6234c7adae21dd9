using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A resolution of a tile-component: its sub-bands and precincts.</summary>
internal sealed class Resolution
{
    private readonly Dictionary<int, Precinct> _precincts = [];
    private readonly ComponentCoding _coding;
    private readonly int _index;
    private readonly int _firstPrecinctX;
    private readonly int _firstPrecinctY;

    public Resolution(int index, Area area, Subband[] bands, ComponentCoding coding)
    {
        _index = index;
        _coding = coding;
        Area = area;
        Bands = bands;
        WidthExponent = coding.PrecinctWidthExponent(index);
        HeightExponent = coding.PrecinctHeightExponent(index);
        _firstPrecinctX = area.X0 >> WidthExponent;
        _firstPrecinctY = area.Y0 >> HeightExponent;
        if (area.IsEmpty) return;
        PrecinctsAcross = ((area.X1 - 1) >> WidthExponent) + 1 - _firstPrecinctX;
        PrecinctsDown = ((area.Y1 - 1) >> HeightExponent) + 1 - _firstPrecinctY;
    }

    public Area Area { get; }

    public Subband[] Bands { get; }

    /// <summary>The width of a precinct as a power of 2.</summary>
    public int WidthExponent { get; }

    public int HeightExponent { get; }

    public int PrecinctsAcross { get; }

    public int PrecinctsDown { get; }

    public long PrecinctCount => (long)PrecinctsAcross * PrecinctsDown;

    /// <summary>The precincts that have packets.</summary>
    public IEnumerable<Precinct> Precincts => _precincts.Values;

    /// <summary>Gets or creates a precinct. Precincts are created by packets, so that memory does not depend on declared sizes.</summary>
    public Precinct GetPrecinct(int index)
    {
        if (!_precincts.TryGetValue(index, out Precinct? precinct)) _precincts.Add(index, precinct = new Precinct());
        return precinct;
    }

    /// <summary>Creates the code-blocks of a precinct.</summary>
    public PrecinctBand[] CreateBlocks(int index, WorkBudget budget)
    {
        int halving = _index == 0 ? 0 : 1;
        int width = WidthExponent - halving, height = HeightExponent - halving;
        long x = _firstPrecinctX + (index % PrecinctsAcross), y = _firstPrecinctY + (index / PrecinctsAcross);
        var bands = new PrecinctBand[Bands.Length];
        for (int i = 0; i < bands.Length; i++)
        {
            Area area = Bands[i].Area;
            var part = new Area(
                (int)Math.Max(x << width, area.X0), (int)Math.Max(y << height, area.Y0),
                (int)Math.Min((x + 1) << width, area.X1), (int)Math.Min((y + 1) << height, area.Y1));
            bands[i] = new PrecinctBand(Bands[i], part, Math.Min(_coding.BlockWidthExponent, width), Math.Min(_coding.BlockHeightExponent, height), budget);
        }

        return bands;
    }
}
