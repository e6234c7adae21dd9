using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;

namespace PSDicom.Operations.Pages;

/// <summary>The header of a file whose frames go into a page. The file is not open.</summary>
public sealed class PageSource
{
    private readonly string? _path;
    private readonly DicomFile? _memory;
    private readonly PageExportOptions _options;

    private PageSource(FrameFile file, DicomFile? memory, PageExportOptions options, IReadOnlyList<int>? frames)
    {
        _path = file.FullName;
        _memory = _path is null ? memory : null;
        _options = options;
        DicomDataset dataset = file.File.Dataset;
        Warning = file.Warning;
        frames ??= options.Frames;
        Frames = [.. frames?.Where(frame => frame <= file.Count) ?? Enumerable.Range(1, file.Count)];
        if (frames?.FirstOrDefault(frame => frame > file.Count) is > 0 and { } missing) MissingFrame = Missing(file, missing);
        var format = PixelFormat.Read(dataset);
        DecodedLength = (double)Frames.Count * (dataset.GetInteger(DicomTag.Rows) ?? 0) * (dataset.GetInteger(DicomTag.Columns) ?? 0)
            * (dataset.GetInteger(DicomTag.SamplesPerPixel) ?? 1) * (((format.BitsAllocated ?? 16) + 7) / 8);
        SeriesInstanceUID = dataset.GetText(DicomTag.SeriesInstanceUID) ?? string.Empty;
        SeriesLabel = LabelOf(dataset);
        FrameTime = FrameTimes.Of(dataset)[Frames.Count == 0 ? 1 : Frames[0]];
    }

    /// <summary>The warning about the number of frames; null if there is none.</summary>
    public DicomWarning? Warning { get; }

    /// <summary>The error of the first requested frame that the file does not have; null if it has all.</summary>
    public DicomException? MissingFrame { get; }

    /// <summary>The number of frames for the page.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>The frame numbers, from 1.</summary>
    internal IReadOnlyList<int> Frames { get; }

    /// <summary>The size of the decoded frames in bytes, by the header.</summary>
    internal double DecodedLength { get; }

    /// <summary>Series Instance UID; empty if missing.</summary>
    internal string SeriesInstanceUID { get; }

    /// <summary>The name of the series in the page: number and modality, nothing that identifies the patient.</summary>
    internal string SeriesLabel { get; }

    /// <summary>The display time of the first frame in a cine loop.</summary>
    internal TimeSpan FrameTime { get; }

    /// <summary>Reads the header of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options of the page.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="frames">The frame numbers of this file, from 1; null for those of the options.</param>
    /// <exception cref="DicomException">The file is not DICOM, has no pixel data, or does not describe them.</exception>
    /// <exception cref="IOException">The file does not exist, or reading fails.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PageSource Read(string path, PageExportOptions options, CancellationToken cancellation, IReadOnlyList<int>? frames = null)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        using var file = FrameFile.Open(new OpenFile(path), Tags(options), options.CharacterSet, cancellation);
        return new PageSource(file, null, options, frames);
    }

    /// <summary>Reads the header of a file again, or of bytes in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options of the page.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="frames">The frame numbers of this file, from 1; null for those of the options.</param>
    /// <inheritdoc cref="Read(string, PageExportOptions, CancellationToken, IReadOnlyList{int})" path="/exception"/>
    public static PageSource Read(DicomFile file, PageExportOptions options, CancellationToken cancellation, IReadOnlyList<int>? frames = null)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        using var frameFile = FrameFile.Open(file, Tags(options), options.CharacterSet, cancellation);
        return new PageSource(frameFile, file, options, frames);
    }

    /// <summary>Opens the file to decode its frames.</summary>
    internal FrameFile Open(CancellationToken cancellation) => _path is not null
        ? FrameFile.Open(new OpenFile(_path), Tags(_options), _options.CharacterSet, cancellation)
        : FrameFile.Open(_memory!, Tags(_options), _options.CharacterSet, cancellation);

    private static IEnumerable<TagMask> Tags(PageExportOptions options) =>
    [
        .. ((DicomTag[])[.. FrameRenderer.Tags, .. FrameTimes.Tags, DicomTag.SeriesInstanceUID, DicomTag.SeriesNumber, DicomTag.Modality]).Select(TagMask.Of),
        .. options.Text?.Paths.SelectMany(TagQuery.Wanted) ?? [],
    ];

    private static DicomException? Missing(FrameFile file, int frame)
    {
        try
        {
            file.CheckNumber(frame);
            return null;
        }
        catch (DicomException exception)
        {
            return file.FullName is null ? exception : exception.WithPath(file.FullName);
        }
    }

    private static string LabelOf(DicomDataset dataset)
    {
        string number = dataset.GetInteger(DicomTag.SeriesNumber)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        string modality = dataset.GetText(DicomTag.Modality) is { } text && QuotedText.IsOfKind(DicomVR.CS, text) ? text : string.Empty;
        return string.Join(" ", new[] { "Series", number, modality }.Where(part => part.Length > 0));
    }
}
