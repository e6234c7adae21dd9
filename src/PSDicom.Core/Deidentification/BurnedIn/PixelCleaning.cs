using System.Collections.Generic;
using System.Linq;
using PSDicom.Frames;
using PSDicom.Frames.Blacking;
using PSDicom.Frames.Transcoding;
using PSDicom.Pixels;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>What is done with the pixels of an image, by the rules of the run (PS3.15 section E.3.1).</summary>
internal sealed class PixelCleaning
{
    /// <summary>The name of the regions of ultrasound images as a source.</summary>
    public const string OfRegions = "Regions";

    /// <summary>The name of the rectangles of the user as a source.</summary>
    public const string OfUser = "User";

    private PixelCleaning(string? risk) => Risk = risk;

    /// <summary>Why the image is at risk, to follow "because"; null if it is not.</summary>
    public string? Risk { get; }

    /// <summary>The pixels that become black; null if the pixels stay as they are.</summary>
    public BlackArea? Area { get; private init; }

    /// <summary>Where the rectangles come from: <see cref="OfRegions"/>, <see cref="OfUser"/>, names of recipes.</summary>
    public IReadOnlyList<string> Sources { get; private init; } = [];

    /// <summary>What the user should know about the rectangles; null for nothing.</summary>
    public DicomWarning? Warning { get; private init; }

    /// <summary>Why it is not known what to make black; null if it is known.</summary>
    public DicomException? Fault { get; private init; }

    /// <summary>Finds what is done with the pixels of a file.</summary>
    public static PixelCleaning Of(DicomFile file, ProtectionRules rules)
    {
        DicomDataset dataset = file.Dataset;
        if (ImagePixels.FindPixelData(dataset) is not { } element || rules.Site.Removes(element)) return new PixelCleaning(null);
        bool hasOverlays = MayHaveOverlays(file, element) && EmbeddedOverlays.In(dataset).Count > 0;
        string? risk = BurnedInRisk.Find(dataset) ?? (hasOverlays ? "it has overlays in unused bits of its pixels" : null);
        if (!rules.Cleans(Cleaning.PixelData) || PixelFormat.Read(dataset) is not { Rows: { } rows, Columns: { } columns }) return new PixelCleaning(risk);
        IReadOnlyList<FrameRegion>? regions = ReadRegions(dataset, rows, columns, out DicomException? fault);
        if (fault is not null && !rules.AllowsBurnedIn) return new PixelCleaning(risk) { Fault = fault };
        DeviceRecipe[] recipes = [.. rules.Recipes.Concat(DeviceRecipes.All).Where(recipe => recipe.Matches(file))];
        BlackArea area = BlackArea.Of(rows, columns, regions, [.. rules.Regions, .. recipes.SelectMany(recipe => recipe.Boxes)]);
        if (area.Boxes.Count == 0 && !hasOverlays) return new PixelCleaning(risk) { Fault = fault };
        if (element.Tag != DicomTag.PixelData) return new PixelCleaning(risk) { Fault = IsFloat() };
        List<string> sources = [];
        if (regions is not null) sources.Add(OfRegions);
        if (rules.Regions.Any(region => region.Within(rows, columns) is not null)) sources.Add(OfUser);
        sources.AddRange(recipes.Where(recipe => recipe.Boxes.Any(box => box.Within(rows, columns) is not null)).Select(recipe => recipe.Name));
        return new PixelCleaning(risk) { Area = area, Sources = sources, Warning = WarningOf(dataset, rows, columns, fault) };
    }

    private static IReadOnlyList<FrameRegion>? ReadRegions(DicomDataset dataset, int rows, int columns, out DicomException? fault)
    {
        fault = null;
        try
        {
            return UltrasoundRegions.Read(dataset, rows, columns);
        }
        catch (DicomException exception) when (exception.Reason == DicomErrorReason.UltrasoundRegionInvalid)
        {
            fault = exception;
            return null;
        }
    }

    private static DicomWarning? WarningOf(DicomDataset dataset, int rows, int columns, DicomException? fault)
    {
        if (fault is not null) return new DicomWarning($"The ultrasound regions were not used: {fault.Detail}", tagPath: fault.TagPath);
        return UltrasoundRegions.ReachBeyond(dataset, rows, columns)
            ? new DicomWarning("An ultrasound region reaches beyond the image, which may have been resized: look at the copy, as text may be inside of the regions.", tagPath: "SequenceOfUltrasoundRegions")
            : null;
    }

    private static DicomException IsFloat() => new(
        DicomErrorReason.FloatPixelsNotCleaned, "The pixels are floating-point numbers, of which no value is black: they are not cleaned.", tagPath: "FloatPixelData");

    // Other compressions than RLE keep the stored values only.
    private static bool MayHaveOverlays(DicomFile file, DicomElement element) => !element.IsEncapsulated || file.TransferSyntax.UID == DicomTransferSyntax.RLELosslessUID;
}
