namespace PSDicom.Rendering.Greys;

/// <summary>VOI LUT Function: how a window maps values to greys (PS3.3 section C.11.2.1.3).</summary>
internal enum VoiFunction
{
    /// <summary>LINEAR: the window goes from center - 0.5 - (width - 1) / 2 to center - 0.5 + (width - 1) / 2.</summary>
    Linear,

    /// <summary>LINEAR_EXACT: from center - width / 2 to center + width / 2.</summary>
    LinearExact,

    /// <summary>SIGMOID.</summary>
    Sigmoid,
}
