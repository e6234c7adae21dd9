using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>The tile-components of a frame. Their geometry is that of the decoder, from the main header.</summary>
internal sealed class FrameLayout
{
    public FrameLayout(FrameFormat format, CodingChoice choice)
    {
        Format = format;
        Choice = choice;
        var header = new EncodedBytes();
        var writer = new CodestreamWriter(header);
        MainHeaderWriter.Write(writer, format, choice);
        writer.WriteUInt16(Jpeg2000Marker.StartOfTilePart);
        Jpeg2000Codestream codestream = Jpeg2000Codestream.ReadMainHeader(writer.Written, 0, writer.Length);
        Tile = codestream.Size.Tile(0);
        Coding = codestream.Main.Tile!;
        Components = new TileComponent[format.Shape.SamplesPerPixel];
        for (int c = 0; c < Components.Length; c++)
        {
            ComponentSize size = codestream.Size.Components[c];
            Components[c] = new TileComponent(size, size.Samples(Tile), codestream.Main.Coding(c)!, codestream.Main.QuantizationOf(c)!, regionShift: 0);
        }
    }

    public FrameFormat Format { get; }

    public CodingChoice Choice { get; }

    /// <summary>The only tile.</summary>
    public Area Tile { get; }

    public TileCoding Coding { get; }

    public TileComponent[] Components { get; }
}
