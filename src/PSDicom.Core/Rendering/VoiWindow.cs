namespace PSDicom.Rendering;

/// <summary>The values of interest: those that get different greys (PS3.3 section C.11.2.1.2).</summary>
internal sealed class VoiWindow
{
    /// <summary>Window Center, in the units that the modality transform gives.</summary>
    public required double Center { get; init; }

    /// <summary>Window Width, in the same units.</summary>
    public required double Width { get; init; }

    public VoiFunction Function { get; init; } = VoiFunction.Linear;
}
