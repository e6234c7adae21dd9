namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A sub-band of a tile-component.</summary>
internal sealed class Subband
{
    /// <summary>Creates a sub-band.</summary>
    /// <param name="area">Its area.</param>
    /// <param name="isHighX">Whether it holds the high horizontal frequencies.</param>
    /// <param name="isHighY">Whether it holds the high vertical frequencies.</param>
    /// <param name="left">Its first column in the coefficients of the tile-component.</param>
    /// <param name="top">Its first row in the coefficients of the tile-component.</param>
    /// <param name="planes">The number of bit-planes (M, T.800 formula E-2), without those of a region of interest.</param>
    /// <param name="stepSize">The step size of coefficients; 1 for the reversible transform.</param>
    public Subband(Area area, bool isHighX, bool isHighY, int left, int top, int planes, float stepSize)
    {
        Area = area;
        IsHighX = isHighX;
        IsHighY = isHighY;
        Left = left;
        Top = top;
        Planes = planes;
        StepSize = stepSize;
    }

    /// <summary>Its index in the quantization: 0 for LL, then HL, LH and HH of each resolution.</summary>
    public required int Index { get; init; }

    public Area Area { get; }

    public bool IsHighX { get; }

    public bool IsHighY { get; }

    public int Left { get; }

    public int Top { get; }

    public int Planes { get; }

    public float StepSize { get; }
}
