using System;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>Image and tile size (SIZ, T.800 A.5.1): the reference grid, the tiles on it and the components.</summary>
internal sealed class ImageSize
{
    /// <summary>The maximum number of tiles (T.800 table A.9): indices have 16 bits, and 65535 is not a tile.</summary>
    private const long MaxTiles = 65_535;

    /// <summary>The maximum coordinate, as coordinates are computed in 32 bits. No image comes near it.</summary>
    private const uint MaxCoordinate = 1 << 30;

    private ImageSize(int x0, int y0, int x1, int y1, ComponentSize[] components)
    {
        X0 = x0;
        Y0 = y0;
        X1 = x1;
        Y1 = y1;
        Components = components;
    }

    /// <summary>The image area on the reference grid; the ends are exclusive.</summary>
    public int X0 { get; }

    public int Y0 { get; }

    public int X1 { get; }

    public int Y1 { get; }

    public ComponentSize[] Components { get; }

    /// <summary>The distance of the image's columns on the reference grid: the minimum of all components.</summary>
    public int StepX { get; private set; }

    public int StepY { get; private set; }

    /// <summary>Whether a component has fewer samples than another.</summary>
    public bool IsSubsampled => Array.Exists(Components, component => component.StepX != StepX || component.StepY != StepY);

    public int Columns => Tiling.CeilDivide(X1, StepX) - Tiling.CeilDivide(X0, StepX);

    public int Rows => Tiling.CeilDivide(Y1, StepY) - Tiling.CeilDivide(Y0, StepY);

    public int TilesAcross { get; private set; }

    public int TilesDown { get; private set; }

    public int TileCount => TilesAcross * TilesDown;

    private long TileX0 { get; set; }

    private long TileY0 { get; set; }

    private long TileWidth { get; set; }

    private long TileHeight { get; set; }

    public static ImageSize Read(ref SegmentReader segment)
    {
        long at = segment.Offset;
        _ = segment.ReadUInt16();
        uint x1 = segment.ReadUInt32(), y1 = segment.ReadUInt32(), x0 = segment.ReadUInt32(), y0 = segment.ReadUInt32();
        uint tileWidth = segment.ReadUInt32(), tileHeight = segment.ReadUInt32();
        uint tileX0 = segment.ReadUInt32(), tileY0 = segment.ReadUInt32();
        int count = segment.ReadUInt16();
        if (x1 > MaxCoordinate || y1 > MaxCoordinate || x0 >= x1 || y0 >= y1)
            throw CodestreamError.Jpeg2000($"the image area in SIZ, from {x0},{y0} to {x1},{y1}, is not valid.", at);
        if (tileWidth == 0 || tileHeight == 0 || tileX0 > x0 || tileY0 > y0 ||
            (long)tileX0 + tileWidth <= x0 || (long)tileY0 + tileHeight <= y0)
        {
            throw CodestreamError.Jpeg2000($"the tiles in SIZ, {tileWidth} x {tileHeight} from {tileX0},{tileY0}, do not cover the image.", at);
        }

        if (count is 0 or > 16_384) throw CodestreamError.Jpeg2000($"SIZ has {count} components; 1 to 16384 are allowed.", at);
        var components = new ComponentSize[count];
        for (int i = 0; i < count; i++)
        {
            byte depth = segment.ReadByte();
            components[i] = new ComponentSize((depth & 0x7F) + 1, (depth & 0x80) != 0, segment.ReadByte(), segment.ReadByte());
            if (components[i].StepX == 0 || components[i].StepY == 0) throw CodestreamError.Jpeg2000($"SIZ has component {i} without samples.", at);
        }

        var size = new ImageSize((int)x0, (int)y0, (int)x1, (int)y1, components)
        {
            TileX0 = tileX0, TileY0 = tileY0, TileWidth = tileWidth, TileHeight = tileHeight,
        };
        size.Measure(at);
        return size;
    }

    /// <summary>The area of a tile on the reference grid (T.800 B.3).</summary>
    public Area Tile(int index)
    {
        long x = TileX0 + (index % TilesAcross * TileWidth), y = TileY0 + (index / TilesAcross * TileHeight);
        return new Area(
            (int)Math.Max(x, X0), (int)Math.Max(y, Y0), (int)Math.Min(x + TileWidth, X1), (int)Math.Min(y + TileHeight, Y1));
    }

    private void Measure(long at)
    {
        StepX = StepY = int.MaxValue;
        foreach (ComponentSize component in Components)
        {
            StepX = Math.Min(StepX, component.StepX);
            StepY = Math.Min(StepY, component.StepY);
        }

        if (Columns == 0 || Rows == 0) throw CodestreamError.Jpeg2000("SIZ has components without samples.", at);
        long across = Tiling.CeilDivide(X1 - TileX0, TileWidth), down = Tiling.CeilDivide(Y1 - TileY0, TileHeight);
        if (across * down > MaxTiles) throw CodestreamError.Jpeg2000($"SIZ has {across * down} tiles; the maximum is {MaxTiles}.", at);
        TilesAcross = (int)across;
        TilesDown = (int)down;
    }
}

/// <summary>The parameters of a component in SIZ.</summary>
/// <param name="precision">Bits of a sample.</param>
/// <param name="isSigned">Whether samples are signed.</param>
/// <param name="stepX">The distance of columns of samples on the reference grid (XRsiz).</param>
/// <param name="stepY">The distance of rows of samples on the reference grid (YRsiz).</param>
internal readonly struct ComponentSize(int precision, bool isSigned, int stepX, int stepY)
{
    public int Precision { get; } = precision;

    public bool IsSigned { get; } = isSigned;

    public int StepX { get; } = stepX;

    public int StepY { get; } = stepY;

    /// <summary>The samples of the component in an area of the reference grid (T.800 formula B-12).</summary>
    public Area Samples(Area area) => new(
        Tiling.CeilDivide(area.X0, StepX), Tiling.CeilDivide(area.Y0, StepY), Tiling.CeilDivide(area.X1, StepX), Tiling.CeilDivide(area.Y1, StepY));
}
