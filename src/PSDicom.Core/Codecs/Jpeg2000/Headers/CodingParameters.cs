using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>
/// What the main header, or a tile's, says of coding. A tile's parameters are before those of the main header,
/// and of one header those of a component before those of all (T.800 A.6).
/// </summary>
internal sealed class CodingParameters(CodingParameters? main = null)
{
    private readonly Dictionary<int, ComponentCoding> _codings = [];
    private readonly Dictionary<int, Quantization> _quantizations = [];
    private readonly Dictionary<int, int> _regionShifts = [];
    private readonly List<ProgressionVolume> _progressions = [];
    private TileCoding? _tile;
    private ComponentCoding? _coding;
    private Quantization? _quantization;

    public TileCoding? Tile => _tile ?? main?.Tile;

    /// <summary>The order changes; those of a tile replace those of the main header.</summary>
    public IReadOnlyList<ProgressionVolume> Progressions => _progressions.Count > 0 || main is null ? _progressions : main.Progressions;

    public ComponentCoding? Coding(int component) => Own(component) ?? main?.Coding(component);

    public Quantization? QuantizationOf(int component) => OwnQuantization(component) ?? main?.QuantizationOf(component);

    /// <summary>How far the coefficients of a region of interest are shifted up (RGN, T.800 annex H).</summary>
    public int RegionShift(int component) => _regionShifts.TryGetValue(component, out int shift) ? shift : main?.RegionShift(component) ?? 0;

    /// <summary>Reads a marker segment if it is one of coding parameters.</summary>
    public void Read(int marker, ref SegmentReader segment, int components)
    {
        switch (marker)
        {
            case Marker.CodingStyleDefault:
                bool hasPrecincts = (segment.ReadByte() & 1) != 0;
                _tile = TileCoding.Read(ref segment);
                _coding = ComponentCoding.Read(ref segment, hasPrecincts);
                break;
            case Marker.CodingStyleComponent:
                int coded = segment.ReadComponentIndex(components);
                _codings[coded] = ComponentCoding.Read(ref segment, (segment.ReadByte() & 1) != 0);
                break;
            case Marker.QuantizationDefault:
                _quantization = Quantization.Read(ref segment);
                break;
            case Marker.QuantizationComponent:
                int quantized = segment.ReadComponentIndex(components);
                _quantizations[quantized] = Quantization.Read(ref segment);
                break;
            case Marker.RegionOfInterest:
                int component = segment.ReadComponentIndex(components);
                long at = segment.Offset;
                int style = segment.ReadByte();
                if (style != 0) throw Fault.At(at, $"RGN has style {style}, of part 2 (ITU-T T.801), which is not decoded.");
                _regionShifts[component] = segment.ReadByte();
                break;
            case Marker.ProgressionOrderChange:
                ProgressionVolume.Read(ref segment, components, _progressions);
                break;
        }
    }

    private ComponentCoding? Own(int component) => _codings.TryGetValue(component, out ComponentCoding? coding) ? coding : _coding;

    private Quantization? OwnQuantization(int component) =>
        _quantizations.TryGetValue(component, out Quantization? quantization) ? quantization : _quantization;
}
