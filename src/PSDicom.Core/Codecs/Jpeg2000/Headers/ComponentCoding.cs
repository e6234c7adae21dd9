namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The part of COD or COC that applies to one component (T.800 table A.20).</summary>
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

    /// <summary>The number of decomposition levels.</summary>
    public int Levels { get; }

    public int BlockWidthExponent { get; }

    public int BlockHeightExponent { get; }

    public BlockStyle Style { get; }

    /// <summary>Whether the transform is 5/3, not 9/7.</summary>
    public bool IsReversible { get; }

    public static ComponentCoding Read(ref SegmentReader segment, bool hasPrecincts)
    {
        long at = segment.Offset;
        int levels = segment.ReadByte();
        int width = (segment.ReadByte() & 0xF) + 2, height = (segment.ReadByte() & 0xF) + 2;
        var style = (BlockStyle)segment.ReadByte();
        int transform = segment.ReadByte();
        if ((levels & 0x80) != 0) throw CodestreamError.Jpeg2000("downsampling factor styles of part 2 (ITU-T T.801) are not supported.", at);
        if (levels > 32) throw CodestreamError.Jpeg2000($"the coding style has {levels} decomposition levels; the maximum is 32.", at);
        if (width > 10 || height > 10 || width + height > 12) throw CodestreamError.Jpeg2000($"code-blocks of {1 << width} x {1 << height} samples are too large.", at);
        if (transform > 1) throw CodestreamError.Jpeg2000($"the transform {transform} of part 2 (ITU-T T.801) is not supported.", at);
        byte[]? precincts = null;
        if (hasPrecincts)
        {
            precincts = segment.Take(levels + 1).ToArray();
            for (int r = 1; r <= levels; r++)
            {
                if ((precincts[r] & 0xF) == 0 || precincts[r] >> 4 == 0) throw CodestreamError.Jpeg2000($"the precincts of resolution {r} are too small to hold samples of a sub-band.", at);
            }
        }

        return new ComponentCoding(levels, width, height, style, transform == 1, precincts);
    }

    /// <summary>PPx: the width of a precinct as a power of 2.</summary>
    public int PrecinctWidthExponent(int resolution) => _precincts is null ? 15 : _precincts[resolution] & 0xF;

    public int PrecinctHeightExponent(int resolution) => _precincts is null ? 15 : _precincts[resolution] >> 4;
}
