namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A sub-band of a tile-component.</summary>
internal sealed class Subband
{
    /// <summary>The sub-band of a resolution.</summary>
    /// <param name="area">Its samples.</param>
    /// <param name="isHighX">Whether it holds the high horizontal frequencies.</param>
    /// <param name="isHighY">Whether it holds the high vertical frequencies.</param>
    /// <param name="left">Its first column among the coefficients of the tile-component.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="planes">Bit-planes of a coefficient (M, T.800 formula E-2), without those of a region of interest.</param>
    /// <param name="stepSize">What a coefficient is multiplied by; 1 for the reversible transform.</param>
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

    public Area Area { get; }

    public bool IsHighX { get; }

    public bool IsHighY { get; }

    public int Left { get; }

    public int Top { get; }

    public int Planes { get; }

    public float StepSize { get; }
}
