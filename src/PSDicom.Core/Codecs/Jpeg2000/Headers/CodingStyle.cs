using System;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The orders of packets (T.800 table A.16).</summary>
internal enum ProgressionOrder
{
    LayerResolutionComponentPosition,
    ResolutionLayerComponentPosition,
    ResolutionPositionComponentLayer,
    PositionComponentResolutionLayer,
    ComponentPositionResolutionLayer,
}

/// <summary>How code-blocks are coded (T.800 table A.19, T.814 table A.5).</summary>
[Flags]
internal enum BlockStyle
{
    None = 0,
    Bypass = 0x01,
    ResetContexts = 0x02,
    TerminateEachPass = 0x04,
    VerticallyCausal = 0x08,
    PredictableTermination = 0x10,
    SegmentationSymbols = 0x20,
    HighThroughput = 0x40,
    Mixed = 0x80,
}

/// <summary>The part of COD that is for all components of a tile (T.800 table A.14).</summary>
internal sealed class TileCoding(ProgressionOrder progression, int layers, bool hasComponentTransform)
{
    public ProgressionOrder Progression { get; } = progression;

    public int Layers { get; } = layers;

    public bool HasComponentTransform { get; } = hasComponentTransform;

    public static TileCoding Read(ref SegmentReader segment)
    {
        long at = segment.Offset;
        int progression = segment.ReadByte();
        int layers = segment.ReadUInt16();
        int transform = segment.ReadByte();
        if (progression > 4) throw Fault.At(at, $"COD has the unknown progression order {progression}.");
        if (layers == 0) throw Fault.At(at, "COD has no layers.");
        if (transform > 1) throw Fault.At(at, "COD asks for a multiple component transform of part 2 (ITU-T T.801), which is not decoded.");
        return new TileCoding((ProgressionOrder)progression, layers, transform == 1);
    }
}

/// <summary>The part of COD, or COC, that is for one component (T.800 table A.20).</summary>
internal sealed class ComponentCoding
{
    private readonly byte[]? _precincts;

    private ComponentCoding(int levels, int blockWidthExponent, int blockHeightExponent, BlockStyle style, bool isReversible, byte[]? precincts)
    {
        Levels = levels;
        BlockWidthExponent = blockWidthExponent;
        BlockHeightExponent = blockHeightExponent;
        Style = style;
        IsReversible = isReversible;
        _precincts = precincts;
    }

    /// <summary>How often the wavelet transform was applied.</summary>
    public int Levels { get; }

    public int BlockWidthExponent { get; }

    public int BlockHeightExponent { get; }

    public BlockStyle Style { get; }

    /// <summary>The 5/3 transform, not the 9/7.</summary>
    public bool IsReversible { get; }

    public static ComponentCoding Read(ref SegmentReader segment, bool hasPrecincts)
    {
        long at = segment.Offset;
        int levels = segment.ReadByte();
        int width = (segment.ReadByte() & 0xF) + 2, height = (segment.ReadByte() & 0xF) + 2;
        var style = (BlockStyle)segment.ReadByte();
        int transform = segment.ReadByte();
        if ((levels & 0x80) != 0) throw Fault.At(at, "the coding style uses downsampling factor styles of part 2 (ITU-T T.801), which is not decoded.");
        if (levels > 32) throw Fault.At(at, $"The coding style has {levels} decomposition levels; there can be 32.");
        if (width > 10 || height > 10 || width + height > 12) throw Fault.At(at, $"Code-blocks of {1 << width} by {1 << height} are too large.");
        if (transform > 1) throw Fault.At(at, $"The coding style has transform {transform}, a kernel of part 2 (ITU-T T.801), which is not decoded.");
        byte[]? precincts = null;
        if (hasPrecincts)
        {
            precincts = segment.Take(levels + 1).ToArray();
            for (int r = 1; r <= levels; r++)
            {
                if ((precincts[r] & 0xF) == 0 || precincts[r] >> 4 == 0) throw Fault.At(at, $"Precincts of resolution {r} hold no samples of a sub-band.");
            }
        }

        return new ComponentCoding(levels, width, height, style, transform == 1, precincts);
    }

    /// <summary>The power of 2 that is the width of a precinct (PPx).</summary>
    public int PrecinctWidthExponent(int resolution) => _precincts is null ? 15 : _precincts[resolution] & 0xF;

    public int PrecinctHeightExponent(int resolution) => _precincts is null ? 15 : _precincts[resolution] >> 4;
}
