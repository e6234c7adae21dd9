namespace PSDicom.Volumes.Rules;

/// <summary>The tolerances within which numbers count as equal.</summary>
/// <param name="Position">The tolerance of slice positions in mm.</param>
internal readonly record struct SortOptions(double Position)
{
    /// <summary>The tolerance of direction cosines within a stack: files write them with few digits.</summary>
    public const double Cosine = 2e-3;

    /// <summary>The tolerance of pixel spacings within a stack in mm.</summary>
    public const double Spacing = 1e-3;

    /// <summary>The tolerance of shifts in the plane, in mm, for slices at one position.</summary>
    public const double Shift = 0.05;

    /// <summary>The tolerance of gaps in a regular stack: a fraction of the gap, or a length in mm, whichever is larger.</summary>
    public const double GapPart = 0.01;

    /// <inheritdoc cref="GapPart"/>
    public const double Gap = 0.01;

    /// <summary>The smallest angle of a gantry tilt in degrees.</summary>
    public const double Tilt = 0.1;

    public static SortOptions Default { get; } = new(0.005);

    /// <summary>The tolerance for a gap of a given length.</summary>
    public static double GapTolerance(double gap) => System.Math.Max(Gap, gap * GapPart);
}
