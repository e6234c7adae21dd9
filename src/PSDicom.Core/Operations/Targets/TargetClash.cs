using System;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Operations.Targets;

/// <summary>Two files of a call with the same path.</summary>
/// <param name="first">The source of the first file; null for bytes in memory.</param>
/// <param name="second">The source of the second file; null for bytes in memory.</param>
internal sealed class TargetClash(string? first, string? second)
{
    private const string Memory = "bytes in memory";

    // From general to specific. A number is easier to read than a UID, where it suffices.
    private static readonly string[] Keywords =
        ["PatientID", "StudyInstanceUID", "SeriesInstanceUID", "InstanceNumber", "AcquisitionNumber", "SOPInstanceUID"];

    /// <summary>Whether the destination is the path of one file.</summary>
    public required bool IsFile { get; init; }

    /// <summary>The template in use, whose fields do not distinguish the files.</summary>
    public required NameTemplate Template { get; init; }

    /// <summary>The number of files of the second source.</summary>
    public required int TargetCount { get; init; }

    /// <summary>The error, which names both sources and a field that distinguishes them.</summary>
    /// <param name="path">The path of both files.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public DicomException Describe(string path, CancellationToken cancellation) => new(
        DicomErrorReason.TargetNotUnique,
        $"'{path}' would be written from both '{first ?? Memory}' and '{second ?? Memory}'. {FindRemedy(cancellation)}",
        second);

    private string FindRemedy(CancellationToken cancellation)
    {
        if (IsFile) return "Name a folder as the destination, or choose one frame of one file.";
        if (first is null || second is null)
            return "Add a field to the name template that distinguishes them, such as {SOPInstanceUID}, {InstanceNumber} or {Frame}.";
        if (first == second)
        {
            return Template.HasFrame || TargetCount == 1
                ? "The file, or the frame, was named twice."
                : "They are frames of one file: add {Frame} to the name template.";
        }

        string? field = FindKeyword(first, second, cancellation)
            ?? (SourceName.Folder(first) != SourceName.Folder(second) ? "Folder" : null)
            ?? (SourceName.Base(first) != SourceName.Base(second) ? "BaseName" : null);
        return field is null
            ? "Only their paths differ: write them to different folders."
            : $"Add {{{field}}} to the name template to distinguish them.";
    }

    private string? FindKeyword(string firstPath, string secondPath, CancellationToken cancellation)
    {
        try
        {
            TagQuery query = TagQuery.Parse(Keywords);
            DicomDataset one = HeaderReader.Read(firstPath, query, null, cancellation).Dataset;
            DicomDataset other = HeaderReader.Read(secondPath, query, null, cancellation).Dataset;
            return Keywords.FirstOrDefault(keyword =>
                !Template.HasField(keyword)
                && one[keyword]?.RawValue is { Length: > 0 } value
                && other[keyword]?.RawValue is { Length: > 0 } otherValue
                && value != otherValue);
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            // Gone or changed since: the file names are enough.
            return null;
        }
    }
}
