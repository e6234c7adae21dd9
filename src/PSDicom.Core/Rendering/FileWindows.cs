using System.Collections.Generic;
using System.Globalization;

namespace PSDicom.Rendering;

/// <summary>The windows and VOI LUTs that a file has for a frame.</summary>
/// <param name="list">What is told of them.</param>
/// <param name="inputs">The values that they are for.</param>
internal sealed class FileWindows(WindowList list, ValueRange inputs)
{
    /// <inheritdoc cref="WindowList.Function"/>
    public VoiFunction Function => list.Function;

    /// <inheritdoc cref="WindowList.Windows"/>
    public IReadOnlyList<VoiWindow> Windows => list.Windows;

    /// <summary>What a viewer begins with; null if the file has nothing that can be used.</summary>
    public IGreyMapping? First => ForInputs(list.FirstLut) ?? list.FirstWindow;

    /// <summary>The first window that cannot be; null if there is none, or a VOI LUT is taken before it.</summary>
    public VoiWindow? FirstInvalid => list.HasLuts ? null : list.FirstInvalid;

    /// <summary>What the user should know of one of them; null if there is nothing.</summary>
    public string? WarningOf(IGreyMapping mapping) => mapping switch
    {
        VoiWindow { Function: VoiFunction.LinearExact } window when Function == VoiFunction.Linear => string.Format(
            CultureInfo.InvariantCulture, "The file has a window narrower than 1, center {0}, width {1}; it was taken for LINEAR_EXACT.", window.Center, window.Width),
        VoiLut lut => lut.Warning,
        _ => null,
    };

    /// <inheritdoc cref="WindowList.Find"/>
    public IGreyMapping? Find(string explanation) => ForInputs(list.Find(explanation));

    /// <inheritdoc cref="WindowList.ToString"/>
    public override string ToString() => list.ToString();

    private IGreyMapping? ForInputs(IGreyMapping? mapping) => mapping is VoiLut lut ? lut.For(inputs) : mapping;
}
