using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Pictures.Html;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Text;

namespace PSDicom.Operations.Pages;

/// <summary>
/// Writes the frames of many files into one HTML page. The headers of all files are added first. Then frames are decoded ahead on several threads and
/// written one by one, so that only a few frames are in memory. Not thread-safe.
/// </summary>
/// <typeparam name="TSource">The caller's identifier of a file.</typeparam>
public sealed class PageExport<TSource>
{
    private readonly PageExportOptions _options;
    private readonly TargetFolder _target;
    private readonly int _throttleLimit;
    private readonly CancellationToken _cancellation;
    private readonly List<(TSource Name, PageSource Source, int Series)> _sources = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<PageSeries> _series = [];

    /// <summary>Creates an empty page.</summary>
    /// <param name="options">The options of the page.</param>
    /// <param name="throttleLimit">The number of decoding threads, at most the number of processors.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public PageExport(PageExportOptions options, int throttleLimit, CancellationToken cancellation)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _target = new TargetFolder(options.Destination, isFile: true, options.Force);
        _throttleLimit = Math.Min(throttleLimit, Environment.ProcessorCount);
        _cancellation = cancellation;
    }

    /// <summary>The full path of the page.</summary>
    public string FullName => _target.FullPath;

    /// <summary>Whether an existing file is replaced, so that <see cref="Protect(string)"/> is needed.</summary>
    public bool Replaces => _target.Replaces;

    /// <summary>The number of frames of the page.</summary>
    public int FrameCount { get; private set; }

    /// <summary>The number of files.</summary>
    public int FileCount => _sources.Count;

    /// <summary>The content of grey frames: the option, else by the rendering and the size of all frames.</summary>
    public PageContent Content => _options.Content
        ?? (_options.NeedsPictures || _sources.Sum(added => added.Source.DecodedLength) > PageExportOptions.MaxValues
            ? PageContent.Display : PageContent.Values);

    /// <summary>Protects a file that is named as input from being replaced.</summary>
    /// <param name="path">The file.</param>
    public void Protect(string path) => _target.Protect(path);

    /// <summary>Adds the frames of a file at the end of its series.</summary>
    /// <param name="name">The caller's identifier of the file.</param>
    /// <param name="source">Its header.</param>
    public void Add(TSource name, PageSource source)
    {
        if (source is null) throw new ArgumentNullException(nameof(source));
        if (source.FrameCount == 0) return;
        if (!_numbers.TryGetValue(source.SeriesInstanceUID, out int number))
        {
            number = _series.Count;
            _numbers.Add(source.SeriesInstanceUID, number);
            _series.Add(new PageSeries(source.SeriesLabel, source.FrameTime));
        }

        _series[number].FrameCount += source.FrameCount;
        FrameCount += source.FrameCount;
        _sources.Add((name, source, number));
    }

    /// <summary>Checks whether the page can be written, without decoding frames.</summary>
    /// <exception cref="DicomException">The page exists and must not be replaced.</exception>
    /// <exception cref="TargetWriteException">A folder has its name.</exception>
    public void Check() => _target.CheckFile(FullName, null);

    /// <summary>
    /// Writes the page under a temporary name and renames it when it is complete. If that fails, an existing page is unchanged. A failed frame keeps its
    /// position, and the page shows the reason.
    /// </summary>
    /// <param name="report">Called on this thread for each frame, in order.</param>
    /// <returns>The page; null if all frames failed, and no page was written.</returns>
    /// <exception cref="DicomException">The page exists, or would be too large.</exception>
    /// <exception cref="TargetWriteException">The page cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExportedPage? Write(Action<PageFrameResult<TSource>> report)
    {
        if (report is null) throw new ArgumentNullException(nameof(report));
        if (FrameCount == 0) return null;
        Check();
        using var frames = new PageFrames<TSource>(_sources, _options, Content, _throttleLimit, report, _cancellation);

        // No file is created before a frame has been decoded.
        using IEnumerator<(MadeFrame Frame, int Series)> made = frames.Make().GetEnumerator();
        var missing = new List<(MadeFrame Frame, int Series)>();
        while (made.MoveNext() && made.Current.Frame.Encoding is null) missing.Add(made.Current);
        if (missing.Count == FrameCount) return null;
        AtomicFile.OnTarget(FullName, () => Directory.CreateDirectory(Path.GetDirectoryName(FullName)!));
        int missingCount = missing.Count;
        long length = AtomicFile.Write(FullName, _options.Force, stream => missingCount += Write(stream, missing, made), _cancellation);
        SamplePool.Shared.Clear();
        return new ExportedPage
        {
            FullName = FullName,
            Content = Content,
            SeriesCount = _series.Count,
            FileCount = FileCount,
            FrameCount = FrameCount,
            MissingFrameCount = missingCount,
            Length = length,
        };
    }

    /// <returns>The number of failed frames among those decoded here.</returns>
    private int Write(Stream stream, List<(MadeFrame Frame, int Series)> before, IEnumerator<(MadeFrame Frame, int Series)> made)
    {
        int missingCount = 0;
        var page = new HtmlPageWriter(stream);
        page.Start(PlainText.Of(Path.GetFileNameWithoutExtension(FullName)), Json());
        foreach ((MadeFrame frame, int series) in before) page.Add(frame, series);
        do
        {
            page.Add(made.Current.Frame, made.Current.Series);
            if (made.Current.Frame.Encoding is null) missingCount++;
            if (stream.Length > PageExportOptions.MaxLength && !_options.AllowLarge) throw TooLarge();
        }
        while (made.MoveNext());
        page.Complete();
        return missingCount;
    }

    private PageJson Json() => new PageJson()
        .Add("series", _series.Select(series => new PageJson().Add("label", series.Label).Add("count", series.FrameCount).Add("rate", 1 / series.FrameTime.TotalSeconds)))
        .Add("presets", WindowPresets.All.Select(preset => new PageJson().Add("name", preset.Name).Add("center", preset.Center).Add("width", preset.Width)));

    private DicomException TooLarge() => new(
        DicomErrorReason.PageTooLarge,
        $"The page would be larger than {PageExportOptions.MaxLength >> 20} MB. Browsers load such a page slowly and need much memory. "
            + (Content == PageContent.Values ? "Choose the content Display or fewer frames, or allow a large page." : "Choose fewer frames, or allow a large page."));
}
