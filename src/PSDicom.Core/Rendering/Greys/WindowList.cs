using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>The windows and VOI LUTs that one data set or functional group has (PS3.3 sections C.11.2 and C.7.6.16.2.10).</summary>
internal sealed class WindowList
{
    /// <summary>Maximum number of explanations in a message.</summary>
    private const int MaxNamed = 20;

    private readonly string[] _explanations;
    private readonly DicomDataset[] _luts;
    private readonly Lazy<VoiLut?> _firstLut;

    // The last search, usually the same for all frames. Two threads may search at the same time, which is harmless.
    private volatile NamedWindow? _named;

    private WindowList(DicomDataset source)
    {
        Function = source.GetText(DicomTag.VOILUTFunction) switch
        {
            "LINEAR_EXACT" => VoiFunction.LinearExact,
            "SIGMOID" => VoiFunction.Sigmoid,
            _ => VoiFunction.Linear,
        };
        Windows = [.. source.GetNumbers(DicomTag.WindowCenter).Zip(source.GetNumbers(DicomTag.WindowWidth), Window)];
        _explanations = source.GetTexts(DicomTag.WindowCenterWidthExplanation);
        _luts = source[DicomTag.VOILUTSequence]?.Items is { } items ? [.. items.Where(VoiLut.HasTable)] : [];
        _firstLut = new Lazy<VoiLut?>(() => _luts.Length > 0 ? VoiLut.Read(_luts[0]) : null);
        FirstWindow = Windows.FirstOrDefault(window => window.IsValid);
        FirstInvalid = Windows.FirstOrDefault(window => !window.IsValid);
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.WindowCenter, DicomTag.WindowWidth, DicomTag.WindowCenterWidthExplanation, DicomTag.VOILUTFunction, DicomTag.VOILUTSequence, .. FunctionalGroups.Tags];

    /// <summary>VOI LUT Function of the image, also for windows of the user.</summary>
    public VoiFunction Function { get; }

    /// <summary>The windows, including invalid ones.</summary>
    public IReadOnlyList<VoiWindow> Windows { get; }

    /// <summary>The first valid window.</summary>
    public VoiWindow? FirstWindow { get; }

    /// <summary>The first invalid window.</summary>
    public VoiWindow? FirstInvalid { get; }

    /// <summary>Whether there are VOI LUTs.</summary>
    public bool HasLuts => _luts.Length > 0;

    /// <summary>The first VOI LUT.</summary>
    public VoiLut? FirstLut => _firstLut.Value;

    /// <summary>The windows of a frame's own functional group; null if it has none.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    public static WindowList? OfFrame(DicomDataset dataset, int frame) =>
        FunctionalGroups.FindOwn(dataset, frame, DicomTag.FrameVOILUTSequence) is { } own ? new WindowList(own) : null;

    /// <summary>The windows of frames without windows of their own: those of all frames, else those of the image.</summary>
    public static WindowList OfAllFrames(DicomDataset dataset) => new(FunctionalGroups.FindShared(dataset, DicomTag.FrameVOILUTSequence) ?? dataset);

    /// <summary>Finds a window or VOI LUT by its explanation; null if there is none.</summary>
    public IGreyMapping? Find(string explanation)
    {
        if (_named is { } known && known.Explanation == explanation) return known.Mapping;
        IGreyMapping? found = Search(explanation);
        _named = new NamedWindow(explanation, found);
        return found;
    }

    /// <summary>The numbers and explanations, for an error message.</summary>
    public override string ToString()
    {
        string[] named = [.. _explanations.Take(Windows.Count).Concat(_luts.Select(VoiLut.ExplanationOf).OfType<string>()).Where(explanation => explanation.Length > 0)];
        string names = named.All(explanation => QuotedText.IsOfKind(DicomVR.LO, explanation)) ? string.Join(", ", named.Take(MaxNamed)) : string.Empty;
        if (named.Length > MaxNamed && names.Length > 0) names += ", ...";
        return $"{Count(Windows.Count, "window")} and {Count(_luts.Length, "VOI LUT")}{(names.Length == 0 ? "" : $" ({names})")}";
    }

    private IGreyMapping? Search(string explanation)
    {
        int index = Array.FindIndex(_explanations, candidate => LooseName.AreSame(candidate, explanation));
        if (index >= 0 && index < Windows.Count && Windows[index].IsValid) return Windows[index];
        DicomDataset? lut = Array.Find(_luts, item => VoiLut.ExplanationOf(item) is { } candidate && LooseName.AreSame(candidate, explanation));
        return lut is null ? null : VoiLut.Read(lut);
    }

    /// <summary>LINEAR does not allow widths below 1, but files of real numbers have them (PS3.3 section C.11.2.1.2).</summary>
    private VoiWindow Window(double center, double width) => new()
    {
        Center = center,
        Width = width,
        Function = Function == VoiFunction.Linear && width is > 0 and < 1 ? VoiFunction.LinearExact : Function,
    };

    private static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    private sealed record NamedWindow(string Explanation, IGreyMapping? Mapping);
}
