namespace PSDicom.Volumes;

/// <summary>
/// The attributes other than position that distinguish the frames of a series: the kind and the time of the image. Null for missing attributes.
/// Frames with equal attributes share the object.
/// </summary>
internal sealed record FrameKeys
{
    /// <summary>Image Type (0008,0008), or Frame Type (0008,9007) of enhanced images.</summary>
    public string? ImageType { get; set; }

    /// <summary>The part of a complex number: M (magnitude), P (phase), R (real) or I (imaginary).</summary>
    public string? ComplexPart { get; init; }

    /// <summary>Echo Time (0018,0081), in ms.</summary>
    public double? EchoTime { get; init; }

    /// <summary>Flip Angle (0018,1314), in degrees.</summary>
    public double? FlipAngle { get; init; }

    /// <summary>Trigger Time (0018,1060) or Nominal Cardiac Trigger Delay Time (0020,9153), in ms.</summary>
    public double? TriggerTime { get; init; }

    /// <summary>The b-value of diffusion, in s/mm2.</summary>
    public double? BValue { get; init; }

    /// <summary>Acquisition Number (0020,0012).</summary>
    public long? Acquisition { get; init; }

    /// <summary>Temporal Position Identifier (0020,0100) or Index (0020,9128); of nuclear medicine, the time slot.</summary>
    public long? TemporalPosition { get; init; }

    /// <summary>Referenced Segment Number (0062,000B).</summary>
    public long? Segment { get; init; }

    /// <summary>The energy window, R-R interval and detector of nuclear medicine (PS3.3 section C.8.4.8).</summary>
    public string? NuclearIndices { get; init; }

    /// <summary>Seconds since the start of the series, midnight, or a trigger: only differences are meaningful.</summary>
    public double? Time { get; init; }

    /// <summary>Spacing Between Slices (0018,0088), in mm.</summary>
    public double? SliceSpacing { get; init; }

    /// <summary>Slice Thickness (0018,0050), in mm.</summary>
    public double? SliceThickness { get; init; }

    /// <summary>Repetition Time (0018,0080), in ms.</summary>
    public double? RepetitionTime { get; init; }
}
