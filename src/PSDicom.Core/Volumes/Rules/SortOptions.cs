namespace PSDicom.Volumes.Rules;

/// <summary>How near numbers have to be to count as the same.</summary>
/// <param name="Position">Positions of slices, in mm.</param>
internal readonly record struct SortOptions(double Position)
{
    /// <summary>Direction cosines of one stack: files write them with few digits.</summary>
    public const double Cosine = 2e-3;

    /// <summary>Pixel spacings of one stack, in mm.</summary>
    public const double Spacing = 1e-3;

    /// <summary>How far slices at one position may be shifted against each other within their plane, in mm.</summary>
    public const double Shift = 0.05;

    /// <summary>How much gaps of a regular stack differ: a part of the gap, or mm, whichever is more.</summary>
    public const double GapPart = 0.01;

    /// <inheritdoc cref="GapPart"/>
    public const double Gap = 0.01;

    /// <summary>How much a stack leans, in degrees, before it is tilted.</summary>
    public const double Tilt = 0.1;

    public static SortOptions Default { get; } = new(0.005);

    /// <summary>How much gaps may differ from one of a length.</summary>
    public static double GapTolerance(double gap) => System.Math.Max(Gap, gap * GapPart);
}
