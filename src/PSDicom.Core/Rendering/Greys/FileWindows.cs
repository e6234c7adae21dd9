using System.Collections.Generic;
using System.Globalization;

namespace PSDicom.Rendering.Greys;

/// <summary>The windows and VOI LUTs of a frame in the file.</summary>
/// <param name="list">The windows and VOI LUTs.</param>
/// <param name="inputs">The range of the values that they apply to.</param>
internal sealed class FileWindows(WindowList list, ValueRange inputs)
{
    /// <inheritdoc cref="WindowList.Function"/>
    public VoiFunction Function => list.Function;

    /// <inheritdoc cref="WindowList.Windows"/>
    public IReadOnlyList<VoiWindow> Windows => list.Windows;

    /// <summary>The default of a viewer; null if the file has no valid window or VOI LUT.</summary>
    public IGreyMapping? First => ForInputs(list.FirstLut) ?? list.FirstWindow;

    /// <summary>The first invalid window; null if there is none, or a VOI LUT has priority.</summary>
    public VoiWindow? FirstInvalid => list.HasLuts ? null : list.FirstInvalid;

    /// <summary>The warning about a window or VOI LUT; null if there is none.</summary>
    public string? WarningOf(IGreyMapping mapping) => mapping switch
    {
        VoiWindow { Function: VoiFunction.LinearExact } window when Function == VoiFunction.Linear => string.Format(
            CultureInfo.InvariantCulture, "The window with center {0} and width {1} is narrower than 1, which LINEAR does not allow; it was used as LINEAR_EXACT.", window.Center, window.Width),
        VoiLut lut => lut.Warning,
        _ => null,
    };

    /// <inheritdoc cref="WindowList.Find"/>
    public IGreyMapping? Find(string explanation) => ForInputs(list.Find(explanation));

    /// <inheritdoc cref="WindowList.ToString"/>
    public override string ToString() => list.ToString();

    private IGreyMapping? ForInputs(IGreyMapping? mapping) => mapping is VoiLut lut ? lut.For(inputs) : mapping;
}
