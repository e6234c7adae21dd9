namespace PSDicom.Fuzz;

/// <summary>One thing that is tried.</summary>
internal sealed class FuzzCase
{
    /// <summary>How many bytes or characters go in.</summary>
    public required int InputLength { get; init; }

    /// <summary>What went in, for whoever looks into a finding.</summary>
    public required Func<byte[]> Input { get; init; }

    /// <summary>Tries it.</summary>
    public required Func<FuzzResult> Run { get; init; }
}
