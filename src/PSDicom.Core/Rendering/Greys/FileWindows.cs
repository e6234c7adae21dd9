using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>The windows and VOI LUTs that a file has for a frame (PS3.3 sections C.11.2 and C.7.6.16.2.10).</summary>
internal sealed class FileWindows
{
    /// <summary>Explanations that a message names.</summary>
    private const int MostNamed = 20;

    private readonly string[] _explanations;

    private FileWindows(DicomDataset source, ValueRange inputs)
    {
        Function = source.GetText(DicomTag.VOILUTFunction) switch
        {
            "LINEAR_EXACT" => VoiFunction.LinearExact,
            "SIGMOID" => VoiFunction.Sigmoid,
            _ => VoiFunction.Linear,
        };
        Windows = ReadWindows(source);
        _explanations = Values(source, DicomTag.WindowCenterWidthExplanation);
        if (source[DicomTag.VOILUTSequence]?.Items is { } items) Luts = [.. items.Select(item => VoiLut.Read(item, inputs)).OfType<VoiLut>()];
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.WindowCenter, DicomTag.WindowWidth, DicomTag.WindowCenterWidthExplanation, DicomTag.VOILUTFunction, DicomTag.VOILUTSequence, .. FunctionalGroups.Tags];

    /// <summary>How windows of this image map values: also one that the user chooses.</summary>
    public VoiFunction Function { get; }

    /// <summary>The windows, also those whose width cannot be.</summary>
    public IReadOnlyList<VoiWindow> Windows { get; }

    public IReadOnlyList<VoiLut> Luts { get; } = [];

    /// <summary>What a viewer begins with; null if the file has nothing that can be used.</summary>
    public IGreyMapping? First => Luts.Count > 0 ? Luts[0] : Windows.FirstOrDefault(window => window.IsValid);

    /// <summary>The windows of a frame: its own, else those of all frames, else those of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="inputs">The values that they are for.</param>
    public static FileWindows Of(DicomDataset dataset, int frame, ValueRange inputs) =>
        new(FunctionalGroups.Find(dataset, frame, DicomTag.FrameVOILUTSequence) ?? dataset, inputs);

    /// <summary>What the user should know of one of them; null if there is nothing.</summary>
    public string? WarningOf(IGreyMapping mapping) => mapping switch
    {
        VoiWindow { Function: VoiFunction.LinearExact } window when Function == VoiFunction.Linear => string.Format(
            CultureInfo.InvariantCulture, "The file has a window narrower than 1, center {0}, width {1}; it was taken for LINEAR_EXACT.", window.Center, window.Width),
        VoiLut lut => lut.Warning,
        _ => null,
    };

    /// <summary>The window or VOI LUT of an explanation; null if there is none.</summary>
    public IGreyMapping? Find(string explanation)
    {
        int index = Array.FindIndex(_explanations, candidate => LooseName.AreSame(candidate, explanation));
        if (index >= 0 && index < Windows.Count && Windows[index].IsValid) return Windows[index];
        return Luts.FirstOrDefault(lut => lut.Explanation is { } candidate && LooseName.AreSame(candidate, explanation));
    }

    /// <summary>What there is, for an error message.</summary>
    public override string ToString()
    {
        string[] named = [.. _explanations.Take(Windows.Count).Concat(Luts.Select(lut => lut.Explanation ?? string.Empty)).Where(explanation => explanation.Length > 0)];
        string names = named.All(explanation => QuotedText.IsOfKind(DicomVR.LO, explanation))
            ? string.Join(", ", named.Take(MostNamed))
            : string.Empty;
        if (named.Length > MostNamed && names.Length > 0) names += ", ...";
        return $"{Count(Windows.Count, "window")} and {Count(Luts.Count, "VOI LUT")}{(names.Length == 0 ? "" : $" ({names})")}";
    }

    private VoiWindow[] ReadWindows(DicomDataset source) =>
    [
        .. Values(source, DicomTag.WindowCenter).Zip(Values(source, DicomTag.WindowWidth), (center, width) => Window(Number(center), Number(width))),
    ];

    /// <summary>LINEAR has no widths below 1, which files of real numbers have all the same (PS3.3 section C.11.2.1.2).</summary>
    private VoiWindow Window(double center, double width) => new()
    {
        Center = center,
        Width = width,
        Function = Function == VoiFunction.Linear && width is > 0 and < 1 ? VoiFunction.LinearExact : Function,
    };

    private static string[] Values(DicomDataset dataset, DicomTag tag) => dataset.GetText(tag)?.Split('\\') ?? [];

    /// <summary>What is not a number makes the window one that cannot be.</summary>
    private static double Number(string text) => TextNumbers.TryParseDecimal(text, out double number) ? number : double.NaN;

    private static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
