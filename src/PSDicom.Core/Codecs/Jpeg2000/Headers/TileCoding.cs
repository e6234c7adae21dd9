namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The part of COD that applies to all components of a tile (T.800 table A.14).</summary>
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
        if (progression > 4) throw CodestreamError.Jpeg2000($"COD has the unknown progression order {progression}.", at);
        if (layers == 0) throw CodestreamError.Jpeg2000("COD has no layers.", at);
        if (transform > 1) throw CodestreamError.Jpeg2000("a multiple component transform of part 2 (ITU-T T.801) is not supported.", at);
        return new TileCoding((ProgressionOrder)progression, layers, transform == 1);
    }
}
