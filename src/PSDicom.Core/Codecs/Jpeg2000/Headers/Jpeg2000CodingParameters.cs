using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>
/// The coding parameters of the main header or of a tile. Parameters of a tile have priority over those of the main header, and in a
/// header, parameters of a component over those of all components (T.800 A.6).
/// </summary>
internal sealed class Jpeg2000CodingParameters(Jpeg2000CodingParameters? main = null)
{
    private readonly Dictionary<int, ComponentCoding> _codings = [];
    private readonly Dictionary<int, Jpeg2000Quantization> _quantizations = [];
    private readonly Dictionary<int, int> _regionShifts = [];
    private readonly List<ProgressionVolume> _progressions = [];
    private TileCoding? _tile;
    private ComponentCoding? _coding;
    private Jpeg2000Quantization? _quantization;

    public TileCoding? Tile => _tile ?? main?.Tile;

    /// <summary>The progression order changes. Those of a tile replace those of the main header.</summary>
    public IReadOnlyList<ProgressionVolume> Progressions => _progressions.Count > 0 || main is null ? _progressions : main.Progressions;

    public ComponentCoding? Coding(int component) => Own(component) ?? main?.Coding(component);

    public Jpeg2000Quantization? QuantizationOf(int component) => OwnQuantization(component) ?? main?.QuantizationOf(component);

    /// <summary>The shift of the coefficients of a region of interest (RGN, T.800 annex H).</summary>
    public int RegionShift(int component) => _regionShifts.TryGetValue(component, out int shift) ? shift : main?.RegionShift(component) ?? 0;

    /// <summary>Reads a marker segment of coding parameters; other markers are ignored.</summary>
    public void Read(int marker, ref SegmentReader segment, int components)
    {
        switch (marker)
        {
            case Jpeg2000Marker.CodingStyleDefault:
                bool hasPrecincts = (segment.ReadByte() & 1) != 0;
                _tile = TileCoding.Read(ref segment);
                _coding = ComponentCoding.Read(ref segment, hasPrecincts);
                break;
            case Jpeg2000Marker.CodingStyleComponent:
                int coded = segment.ReadComponentIndex(components);
                _codings[coded] = ComponentCoding.Read(ref segment, (segment.ReadByte() & 1) != 0);
                break;
            case Jpeg2000Marker.QuantizationDefault:
                _quantization = Jpeg2000Quantization.Read(ref segment);
                break;
            case Jpeg2000Marker.QuantizationComponent:
                int quantized = segment.ReadComponentIndex(components);
                _quantizations[quantized] = Jpeg2000Quantization.Read(ref segment);
                break;
            case Jpeg2000Marker.RegionOfInterest:
                int component = segment.ReadComponentIndex(components);
                long at = segment.Offset;
                int style = segment.ReadByte();
                if (style != 0) throw CodestreamError.Jpeg2000($"the RGN style {style} of part 2 (ITU-T T.801) is not supported.", at);
                _regionShifts[component] = segment.ReadByte();
                break;
            case Jpeg2000Marker.ProgressionOrderChange:
                ProgressionVolume.Read(ref segment, components, _progressions);
                break;
        }
    }

    private ComponentCoding? Own(int component) => _codings.TryGetValue(component, out ComponentCoding? coding) ? coding : _coding;

    private Jpeg2000Quantization? OwnQuantization(int component) =>
        _quantizations.TryGetValue(component, out Jpeg2000Quantization? quantization) ? quantization : _quantization;
}
