using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The tile-parts of one tile: its parameters, and the positions of its packets in the frame.</summary>
internal sealed class TileStream(int index, Jpeg2000CodingParameters main)
{
    private readonly List<(int Order, byte[] Bytes)> _packedHeaders = [];

    public int Index { get; } = index;

    public Jpeg2000CodingParameters Parameters { get; } = new(main);

    /// <summary>The position of the packets of each tile-part.</summary>
    public List<(int Offset, int Length)> Bodies { get; } = [];

    /// <summary>Whether packet headers are separate from the packets (PPM, PPT).</summary>
    public bool HasPackedHeaders => _packedHeaders.Count > 0;

    /// <summary>Adds the packet headers of a PPT segment, or those of PPM for one tile-part.</summary>
    public void AddPackedHeaders(int order, byte[] bytes) => _packedHeaders.Add((order, bytes));

    public byte[] PackedHeaders() => [.. _packedHeaders.OrderBy(part => part.Order).SelectMany(part => part.Bytes)];
}
