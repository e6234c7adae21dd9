using System.Collections.Generic;

namespace PSDicom.Rendering.Greys;

/// <summary>How the values of one grey frame become greys.</summary>
internal sealed class GreyView
{
    /// <summary>From stored values to what they stand for.</summary>
    public required ModalityTransform Modality { get; init; }

    /// <summary>The windows that the file has for the frame.</summary>
    public required FileWindows Windows { get; init; }

    /// <summary>What the samples stand for.</summary>
    public required FrameValues Values { get; init; }

    /// <summary>The window or VOI LUT that was chosen, or that the frame's values give.</summary>
    public required IGreyMapping Mapping { get; init; }

    /// <summary>Stored values that are not shown with <see cref="Mapping"/>; null for none.</summary>
    public required PixelPadding? Padding { get; init; }

    /// <summary>Stored values that the file declares to be padding; null for none.</summary>
    public required PixelPadding? DeclaredPadding { get; init; }

    /// <summary>Whether 0 is white.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>Whether the frame is shown over all values that its bits can have, as it has no window.</summary>
    public required bool IsFullRange { get; init; }

    /// <summary>What the frame and the choice have wrong.</summary>
    public required IReadOnlyList<DicomWarning> Warnings { get; init; }

    /// <summary>The window that is told of; null if there is none.</summary>
    public VoiWindow? Window => IsFullRange ? null : Mapping as VoiWindow;
}
