using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Text;
using PSDicom.Volumes;

namespace PSDicom;

/// <summary>The files of one series, and the stacks that their frames form (PS3.3 section A.1.2.3).</summary>
public sealed class DicomSeries
{
    internal DicomSeries(SeriesIdentity identity) => Identity = identity;

    /// <inheritdoc cref="DicomStack.PatientID"/>
    public string? PatientID => Identity.PatientID;

    /// <inheritdoc cref="DicomStack.PatientName"/>
    public string? PatientName => Identity.PatientName;

    /// <inheritdoc cref="DicomStack.StudyInstanceUID"/>
    public string? StudyInstanceUID => Identity.StudyInstanceUID;

    /// <inheritdoc cref="DicomStack.StudyDate"/>
    public DateTime? StudyDate => Identity.StudyDate;

    /// <summary>Study Description (0008,1030).</summary>
    public string? StudyDescription => Identity.StudyDescription;

    /// <summary>Series Instance UID (0020,000E); null if missing.</summary>
    public string? SeriesInstanceUID => Identity.SeriesInstanceUID;

    /// <inheritdoc cref="DicomStack.SeriesNumber"/>
    public long? SeriesNumber => Identity.SeriesNumber;

    /// <inheritdoc cref="DicomStack.SeriesDescription"/>
    public string? SeriesDescription => Identity.SeriesDescription;

    /// <summary>Series Date (0008,0021); null if missing.</summary>
    public DateTime? SeriesDate => Identity.SeriesDate;

    /// <inheritdoc cref="DicomStack.Modality"/>
    public string? Modality => Identity.Modality;

    /// <summary>The number of files, without copies.</summary>
    public int FileCount => Files.Count;

    /// <summary>The number of frames in all files.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>The number of stacks; 0 for a series without images.</summary>
    public int StackCount => Stacks.Count;

    /// <summary>The size of the stack with the most frames, and the number of other stacks: <c>512x512x140 +2</c>; empty without images.</summary>
    public string Size
    {
        get
        {
            if (Stacks.Count == 0) return string.Empty;
            string size = Stacks.OrderByDescending(stack => stack.FrameCount).First().Size;
            return Stacks.Count == 1 ? size : string.Format(CultureInfo.InvariantCulture, "{0} +{1}", size, Stacks.Count - 1);
        }
    }

    /// <summary>Whether all stacks are whole volumes of evenly spaced slices.</summary>
    public bool IsRegular => Stacks.Count > 0 && Stacks.All(stack => stack.IsRegular);

    /// <summary>The number of frames left out with copies of files.</summary>
    public int DuplicateFrames => DuplicateFiles.Sum(file => file.FrameCount);

    /// <summary>The total size of the files in bytes.</summary>
    public long Length => Files.Sum(file => file.Length);

    /// <summary>The time of the first image, by Acquisition Date and Time; null if unknown.</summary>
    public DateTime? FirstDate { get; internal init; }

    /// <summary>The time of the last image; null if unknown.</summary>
    public DateTime? LastDate { get; internal init; }

    /// <summary>The problems of the series and of its stacks.</summary>
    public SeriesProblem Problem { get; internal init; }

    /// <summary>The stacks.</summary>
    public IReadOnlyList<DicomStack> Stacks { get; internal init; } = [];

    /// <summary>The files, each once: in the order of the stacks, then files without images.</summary>
    public IReadOnlyList<DicomSeriesFile> Files { get; internal init; } = [];

    /// <summary>The frames, stack by stack, in order.</summary>
    public IReadOnlyList<DicomStackFrame> Frames { get; internal init; } = [];

    /// <summary>The files that are left out as copies of others in <see cref="Files"/>, byte for byte.</summary>
    public IReadOnlyList<DicomSeriesFile> DuplicateFiles { get; internal init; } = [];

    internal SeriesIdentity Identity { get; }

    /// <summary>Modality, number and description, for display.</summary>
    public override string ToString()
    {
        string?[] parts = [Modality, SeriesNumber?.ToString(CultureInfo.InvariantCulture), SeriesDescription];
        string text = string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? Files.ToString()! : PlainText.OfValue(text);
    }
}
