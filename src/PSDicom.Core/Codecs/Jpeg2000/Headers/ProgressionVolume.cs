using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>A range of packets in one progression order (POC, T.800 A.6.6). The ends are exclusive.</summary>
internal sealed class ProgressionVolume(
    ProgressionOrder order, int firstResolution, int endResolution, int firstComponent, int endComponent, int endLayer)
{
    /// <summary>The maximum number of changes, as each one can list all packets again. No codestream needs as many.</summary>
    private const int MaxVolumes = 512;

    public ProgressionOrder Order { get; } = order;

    public int FirstResolution { get; } = firstResolution;

    public int EndResolution { get; } = endResolution;

    public int FirstComponent { get; } = firstComponent;

    public int EndComponent { get; } = endComponent;

    public int EndLayer { get; } = endLayer;

    public static void Read(ref SegmentReader segment, int components, List<ProgressionVolume> volumes)
    {
        int length = components < 257 ? 7 : 9;
        while (segment.Remaining >= length)
        {
            long at = segment.Offset;
            int firstResolution = segment.ReadByte();
            int firstComponent = segment.ReadComponentIndex(components);
            int endLayer = segment.ReadUInt16();
            int endResolution = segment.ReadByte();
            int endComponent = segment.ReadComponentIndex(components);
            int order = segment.ReadByte();
            if (volumes.Count == MaxVolumes) throw CodestreamError.Jpeg2000($"POC has more than {MaxVolumes} progression order changes.", at);
            if (order > 4) throw CodestreamError.Jpeg2000($"POC has the unknown progression order {order}.", at);
            if (endComponent == 0) endComponent = components < 257 ? 256 : 16_384;
            volumes.Add(new ProgressionVolume(
                (ProgressionOrder)order, firstResolution, endResolution, firstComponent, Math.Min(endComponent, components), endLayer));
        }
    }
}
