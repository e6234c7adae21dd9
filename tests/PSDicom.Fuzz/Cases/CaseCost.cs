namespace PSDicom.Fuzz;

/// <summary>What a case asked for, by which its cost is judged; it counts also if the case is refused in the end.</summary>
internal sealed class CaseCost
{
    /// <summary>Bytes that were asked for, such as those of frames and pictures; of frames that were refused, those that were declared.</summary>
    public long Produced { get; set; }

    /// <summary>Frames that were decoded, or tried.</summary>
    public int Frames { get; set; }

    /// <summary>The most memory that the process had at a time, where somebody looked.</summary>
    public long Peak { get; set; }
}
