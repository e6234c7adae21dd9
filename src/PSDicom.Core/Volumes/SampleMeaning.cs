using PSDicom.Pixels;

namespace PSDicom.Volumes;

/// <summary>The type and the meaning of the samples of a frame. Frames share equal ones.</summary>
internal sealed record SampleMeaning
{
    /// <summary>The type of the stored values.</summary>
    public SampleType Type { get; init; } = SampleType.UInt16;

    /// <summary>Bits of a stored value.</summary>
    public int Bits { get; init; } = 16;

    /// <summary>Whether the pixels are in color, directly or through a palette.</summary>
    public bool IsColor { get; init; }

    /// <summary>Whether the file has a rescale slope, a modality LUT or a dose grid scaling for the frame.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether the frame has a modality LUT (PS3.3 section C.11.1).</summary>
    public bool HasTable { get; init; }

    /// <summary>The rescale slope; 1 with a table.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>The rescale intercept; 0 with a table.</summary>
    public double Intercept { get; init; }

    /// <summary>The unit of rescaled values, as in the file; null if unknown.</summary>
    public string? Unit { get; init; }
}
