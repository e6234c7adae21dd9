namespace PSDicom.Fuzz;

/// <summary>What a case asked for, by which its cost is judged; it counts also if the case is refused in the end.</summary>
internal sealed class CaseCost
{
    /// <summary>Characters and bytes of values and texts that were given.</summary>
    public long Texts { get; set; }

    /// <summary>Bytes of frames and pictures that were asked for; of frames that were refused, those that were declared.</summary>
    public long Produced { get; set; }

    /// <summary>Frames that were decoded, or tried.</summary>
    public int Frames { get; set; }

    /// <summary>The most memory that the process had at a time, where somebody looked.</summary>
    public long Peak { get; set; }
}
