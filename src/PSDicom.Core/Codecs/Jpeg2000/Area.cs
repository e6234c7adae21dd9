namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A rectangle; the ends are exclusive.</summary>
internal readonly struct Area(int x0, int y0, int x1, int y1)
{
    public int X0 { get; } = x0;

    public int Y0 { get; } = y0;

    public int X1 { get; } = x1;

    public int Y1 { get; } = y1;

    public int Width => X1 - X0;

    public int Height => Y1 - Y0;

    public bool IsEmpty => X1 <= X0 || Y1 <= Y0;

    /// <summary>The samples after so many decomposition levels (T.800 formula B-14).</summary>
    public Area Reduce(int levels) => new(
        Tiling.CeilShift(X0, levels), Tiling.CeilShift(Y0, levels), Tiling.CeilShift(X1, levels), Tiling.CeilShift(Y1, levels));

    /// <summary>The samples of a sub-band (T.800 formula B-15).</summary>
    public Area Subband(int level, bool isHighX, bool isHighY)
    {
        long x = isHighX ? 1L << (level - 1) : 0, y = isHighY ? 1L << (level - 1) : 0;
        return new Area(
            Tiling.CeilShift(X0 - x, level), Tiling.CeilShift(Y0 - y, level), Tiling.CeilShift(X1 - x, level), Tiling.CeilShift(Y1 - y, level));
    }
}
