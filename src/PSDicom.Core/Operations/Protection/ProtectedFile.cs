using System.Collections.Generic;
using System.Linq;
using PSDicom.Deidentification;

namespace PSDicom;

/// <summary>A de-identified copy of a file, with what happened to its elements, at any depth. No property but the source's path is about the patient.</summary>
public sealed class ProtectedFile
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal ProtectedFile(string path, string source, ProtectionPlan plan, IReadOnlyList<DicomWarning> warnings, bool isReproducible, bool keptUnlisted)
    {
        FullName = path;
        Source = source;
        PatientID = plan.Pseudonym;
        SOPInstanceUID = plan.SOPInstanceUID;
        ProtectionTally tally = plan.Tally;
        Removed = tally[Treatment.Remove];
        Emptied = tally[Treatment.Empty];
        Replaced = tally[Treatment.Dummy] + tally[Treatment.Pseudonym];
        NewUids = tally[Treatment.Uid];
        MovedDates = tally[Treatment.Shift];
        Cleaned = tally[Treatment.Clean];
        Kept = tally[Treatment.Keep];
        UnlistedText = [.. tally.Unlisted];
        IsUnlistedTextKept = keptUnlisted;
        IsReproducible = isReproducible;
        Length = plan.Rewrite.Length;
        BlackedBoxes = [.. (plan.Pixels.Area?.Boxes ?? []).Select(box => box.ToString())];
        BlackedBy = [.. plan.Pixels.Sources];
        TransferSyntax = plan.TransferSyntax;
        _warnings = warnings;
    }

    /// <summary>The copy.</summary>
    public string FullName { get; }

    /// <summary>The file that was read.</summary>
    public string Source { get; }

    /// <summary>The new patient ID, a pseudonym; null if the file has none.</summary>
    public string? PatientID { get; }

    /// <summary>The SOP Instance UID of the copy; null if it has none.</summary>
    public string? SOPInstanceUID { get; }

    /// <summary>The number of elements that were removed; a sequence counts as one.</summary>
    public int Removed { get; }

    /// <summary>The number of elements that lost their value.</summary>
    public int Emptied { get; }

    /// <summary>The number of elements that got a value without meaning, or the pseudonym.</summary>
    public int Replaced { get; }

    /// <summary>The number of elements that got new unique identifiers.</summary>
    public int NewUids { get; }

    /// <summary>The number of elements with dates that were moved.</summary>
    public int MovedDates { get; }

    /// <summary>The number of elements whose text was cleaned.</summary>
    public int Cleaned { get; }

    /// <summary>The number of elements that stay as they are.</summary>
    public int Kept { get; }

    /// <summary>The names of the text elements that the standard's table does not list and that are not technical.</summary>
    public string[] UnlistedText { get; }

    /// <summary>Whether these were kept; otherwise they were removed.</summary>
    public bool IsUnlistedTextKept { get; }

    /// <summary>Whether another run with the same key gives the same copy; without a key, none does.</summary>
    public bool IsReproducible { get; }

    /// <summary>The rectangles of pixels that were made black in all frames, as x,y,width,height; they do not overlap.</summary>
    public string[] BlackedBoxes { get; }

    /// <summary>What said so: Regions (of ultrasound, outside of which all is black), User, or the name of a recipe.</summary>
    public string[] BlackedBy { get; }

    /// <summary>The transfer syntax of the copy: that of the file, unless pixels with loss became black, which are compressed without loss.</summary>
    public DicomTransferSyntax TransferSyntax { get; }

    /// <summary>The size of the copy in bytes.</summary>
    public long Length { get; }

    /// <summary>What the user should know about the copy.</summary>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
