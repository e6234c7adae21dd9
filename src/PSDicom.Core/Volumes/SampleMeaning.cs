using PSDicom.Pixels;

namespace PSDicom.Volumes;

/// <summary>Of which kind the samples of a frame are, and what they stand for. Frames that have it in common share it.</summary>
internal sealed record SampleMeaning
{
    /// <summary>The type of the stored values.</summary>
    public SampleType Type { get; init; } = SampleType.UInt16;

    /// <summary>Bits of a stored value.</summary>
    public int Bits { get; init; } = 16;

    /// <summary>Whether pixels have colours, be it by a palette.</summary>
    public bool IsColor { get; init; }

    /// <summary>Whether the file tells what stored values stand for. If it does not, they stand for themselves.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether a table tells what stored values stand for (PS3.3 section C.11.1).</summary>
    public bool HasTable { get; init; }

    /// <summary>What stored values are multiplied by; 1 with a table.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>What is then added; 0 with a table.</summary>
    public double Intercept { get; init; }

    /// <summary>The unit of what they stand for, as the file has it; null if it does not tell.</summary>
    public string? Unit { get; init; }
}
