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

    /// <summary>Series Instance UID (0020,000E); null if the files have none.</summary>
    public string? SeriesInstanceUID => Identity.SeriesInstanceUID;

    /// <inheritdoc cref="DicomStack.SeriesNumber"/>
    public long? SeriesNumber => Identity.SeriesNumber;

    /// <inheritdoc cref="DicomStack.SeriesDescription"/>
    public string? SeriesDescription => Identity.SeriesDescription;

    /// <summary>Series Date (0008,0021); null if there is none.</summary>
    public DateTime? SeriesDate => Identity.SeriesDate;

    /// <inheritdoc cref="DicomStack.Modality"/>
    public string? Modality => Identity.Modality;

    /// <summary>How many files it has, without copies.</summary>
    public int FileCount => Files.Count;

    /// <summary>How many frames they have.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>How many stacks they form; 0 of a series without images.</summary>
    public int StackCount => Stacks.Count;

    /// <summary>The size of the stack with most frames, and how many others there are: <c>512x512x140 +2</c>; empty without images.</summary>
    public string Size
    {
        get
        {
            if (Stacks.Count == 0) return string.Empty;
            string size = Stacks.OrderByDescending(stack => stack.FrameCount).First().Size;
            return Stacks.Count == 1 ? size : string.Format(CultureInfo.InvariantCulture, "{0} +{1}", size, Stacks.Count - 1);
        }
    }

    /// <summary>Whether each stack is one or several whole volumes of evenly spaced slices.</summary>
    public bool IsRegular => Stacks.Count > 0 && Stacks.All(stack => stack.IsRegular);

    /// <summary>How many frames are left out because they are in copies of files, byte for byte.</summary>
    public int DuplicateFrames => DuplicateFiles.Sum(file => file.FrameCount);

    /// <summary>The size of its files together, in bytes.</summary>
    public long Length => Files.Sum(file => file.Length);

    /// <summary>When its first image was taken, by Acquisition Date and Time; null if no file says.</summary>
    public DateTime? FirstDate { get; internal init; }

    /// <summary>When its last image was taken.</summary>
    public DateTime? LastDate { get; internal init; }

    /// <summary>What is wrong with it or with one of its stacks.</summary>
    public SeriesProblem Problem { get; internal init; }

    /// <summary>Its stacks.</summary>
    public IReadOnlyList<DicomStack> Stacks { get; internal init; } = [];

    /// <summary>Its files, each once: stack by stack in their order, then those without images.</summary>
    public IReadOnlyList<DicomSeriesFile> Files { get; internal init; } = [];

    /// <summary>Its frames, stack by stack in their order.</summary>
    public IReadOnlyList<DicomStackFrame> Frames { get; internal init; } = [];

    /// <summary>Files that have the same bytes as others of <see cref="Files"/>, and are left out.</summary>
    public IReadOnlyList<DicomSeriesFile> DuplicateFiles { get; internal init; } = [];

    internal SeriesIdentity Identity { get; }

    /// <summary>Modality, number and description, to be shown.</summary>
    public override string ToString()
    {
        string?[] parts = [Modality, SeriesNumber?.ToString(CultureInfo.InvariantCulture), SeriesDescription];
        string text = string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? Files.ToString()! : PlainText.OfValue(text);
    }
}
