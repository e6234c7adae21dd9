using System.Collections.Generic;

namespace PSDicom.Rendering.Greys;

/// <summary>The transforms from the stored values of one frame to greys.</summary>
internal sealed class GreyView
{
    /// <summary>The modality transform.</summary>
    public required ModalityTransform Modality { get; init; }

    /// <summary>The windows that the file has for the frame.</summary>
    public required FileWindows Windows { get; init; }

    /// <summary>The values of the frame after the modality transform.</summary>
    public required FrameValues Values { get; init; }

    /// <summary>The window or VOI LUT: the chosen one, else the window from the range of the values.</summary>
    public required IGreyMapping Mapping { get; init; }

    /// <summary>Whether <see cref="Mapping"/> was made for the range of the values of the frame, as nothing else says how they are shown.</summary>
    public required bool IsFitted { get; init; }

    /// <summary>The padding of the file; null if there is none.</summary>
    public required PixelPadding? Padding { get; init; }

    /// <summary>The padding that <see cref="Mapping"/> does not show; null if it shows padding like any value.</summary>
    public required PixelPadding? HiddenPadding { get; init; }

    /// <summary>Whether the lowest value is white.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>Whether the frame has no window and is shown over the full range of its bits.</summary>
    public required bool IsFullRange { get; init; }

    /// <summary>The warnings of the frame and of its transforms.</summary>
    public required IReadOnlyList<DicomWarning> Warnings { get; init; }

    /// <summary>The window; null for a VOI LUT or the full range.</summary>
    public VoiWindow? Window => IsFullRange ? null : Mapping as VoiWindow;
}
