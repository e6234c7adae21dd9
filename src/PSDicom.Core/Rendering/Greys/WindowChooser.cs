using System.Globalization;
using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>Finds the requested window.</summary>
internal sealed class WindowChooser(DicomDataset dataset, Windowing windowing)
{
    private const double PercentileTail = 0.01;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.Modality];

    /// <summary>Chooses the window of a frame.</summary>
    /// <param name="windows">The windows of the file.</param>
    /// <param name="fullRange">The full range of values, if a frame without a window is shown over it; else null.</param>
    /// <param name="isReal">Whether samples are real numbers.</param>
    /// <exception cref="DicomException">The window does not exist.</exception>
    public WindowChoice Choose(FileWindows windows, ValueRange? fullRange, bool isReal) => windowing.Kind switch
    {
        WindowingKind.MinMax => new WindowChoice(),
        WindowingKind.Percentile => new WindowChoice { Tail = PercentileTail },
        WindowingKind.Window => new WindowChoice { Mapping = UserWindow(windows, isReal) },
        WindowingKind.Range when windowing is { Minimum: { } minimum, Maximum: { } maximum } =>
            new WindowChoice { Mapping = VoiWindow.Between(minimum, maximum) },
        WindowingKind.Range => new WindowChoice { Minimum = windowing.Minimum, Maximum = windowing.Maximum },
        WindowingKind.Number => Chosen(windows, Numbered(windows)),
        WindowingKind.Name => Named(windows),
        _ => First(windows, fullRange),
    };

    private VoiWindow UserWindow(FileWindows windows, bool isReal)
    {
        bool isExact = windows.Function == VoiFunction.Linear && (isReal || windowing.Width < 1);
        return new VoiWindow
        {
            Center = windowing.Center,
            Width = windowing.Width,
            Function = isExact ? VoiFunction.LinearExact : windows.Function,
        };
    }

    private VoiWindow Numbered(FileWindows windows)
    {
        if (windowing.Number > windows.Windows.Count)
            throw NotFound(string.Format(CultureInfo.InvariantCulture, "There is no window {0}. The file has {1}.", windowing.Number, windows));
        VoiWindow window = windows.Windows[windowing.Number - 1];
        return window.IsValid ? window : throw NotFound(InvalidWindow(window));
    }

    private WindowChoice Named(FileWindows windows)
    {
        // A window of the file has priority over a preset of the same name.
        if (windows.Find(windowing.Name) is { } own) return Chosen(windows, own);
        if (WindowPresets.Find(windowing.Name) is not { } preset)
        {
            throw NotFound(
                $"There is no window \"{windowing.Name}\". The file has {windows}. The presets are {string.Join(", ", WindowPresets.Names)}.");
        }

        return new WindowChoice
        {
            Mapping = preset,
            Warning = dataset.GetText(DicomTag.Modality) is "CT" ? null : new DicomWarning(
                $"The window {windowing.Name} is in Hounsfield units, which only CT images have; the Modality of this image is {(dataset.GetText(DicomTag.Modality) is { } modality ? QuotedText.Of(DicomVR.CS, modality) : "missing")}.",
                tagPath: "Modality"),
        };
    }

    private static WindowChoice First(FileWindows windows, ValueRange? fullRange)
    {
        VoiWindow? invalid = windows.FirstInvalid;
        IGreyMapping? mapping = windows.First;
        return new WindowChoice
        {
            Mapping = mapping ?? (fullRange is { } range ? VoiWindow.Between(range.Minimum, range.Maximum) : null),
            IsFullRange = mapping is null && fullRange is not null,
            Warning = invalid is not null ? new DicomWarning(InvalidWindow(invalid) + " It was ignored.", tagPath: "WindowWidth")
                : mapping is not null ? Chosen(windows, mapping).Warning
                : null,
        };
    }

    private static WindowChoice Chosen(FileWindows windows, IGreyMapping mapping) => new()
    {
        Mapping = mapping,
        Warning = windows.WarningOf(mapping) is { } warning ? new DicomWarning(warning, tagPath: mapping is VoiWindow ? "WindowWidth" : "VOILUTSequence") : null,
    };

    private static string InvalidWindow(VoiWindow window) => string.Format(
        CultureInfo.InvariantCulture, "The window with center {0} and width {1} is not valid.", window.Center, window.Width);

    private static DicomException NotFound(string detail) => new(DicomErrorReason.WindowNotFound, detail);
}
