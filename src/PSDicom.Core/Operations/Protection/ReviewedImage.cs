using System.Collections.Generic;
using System.Linq;
using PSDicom.Deidentification.BurnedIn;

namespace PSDicom;

/// <summary>An image that may have text in its pixels, or whose pixels would become black: what de-identification would do with it.</summary>
public sealed class ReviewedImage
{
    internal ReviewedImage(string path, string? modality, int frames, PixelCleaning pixels, DicomException? refusal)
    {
        FullName = path;
        Modality = modality;
        FrameCount = frames;
        Risk = pixels.Risk;
        BlackedBoxes = [.. (pixels.Area?.Boxes ?? []).Select(box => box.ToString())];
        BlackedBy = [.. pixels.Sources];
        Result = refusal is not null ? ReviewResult.Refused : pixels.Area is not null ? ReviewResult.Cleaned : ReviewResult.Copied;
        ErrorId = refusal?.Reason.ToString();
        Message = refusal?.Detail;
        Boxes = pixels.Area?.Boxes ?? [];
    }

    /// <summary>The file.</summary>
    public string FullName { get; }

    /// <summary>Modality; null if the file has none.</summary>
    public string? Modality { get; }

    /// <summary>The number of frames.</summary>
    public int FrameCount { get; }

    /// <summary>Why it may have text in its pixels; null if nothing says so, but a rule names pixels of it.</summary>
    public string? Risk { get; }

    /// <summary>What would be done with it.</summary>
    public ReviewResult Result { get; }

    /// <inheritdoc cref="ProtectedFile.BlackedBoxes"/>
    public string[] BlackedBoxes { get; }

    /// <inheritdoc cref="ProtectedFile.BlackedBy"/>
    public string[] BlackedBy { get; }

    /// <summary>The identifier of the error, if it would be refused; else null.</summary>
    public string? ErrorId { get; }

    /// <summary>Why it would be refused; else null.</summary>
    public string? Message { get; }

    /// <summary>The rectangles.</summary>
    internal IReadOnlyList<FrameRegion> Boxes { get; }

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
