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
/// Writes one page that shows the frames of many files in a browser. The headers of the files are known before; their frames are decoded ahead on
/// several threads and written one after another, so that memory is that of a few frames. One thread adds and writes.
/// </summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class PageExport<TSource>
{
    private readonly PageExportOptions _options;
    private readonly TargetFolder _target;
    private readonly int _throttleLimit;
    private readonly CancellationToken _cancellation;
    private readonly List<(TSource Name, PageSource Source, int Series)> _sources = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<PageSeries> _series = [];

    /// <summary>Begins a page of no files.</summary>
    /// <param name="options">What the page is to be like.</param>
    /// <param name="throttleLimit">The number of threads that decode; never more than there are processors.</param>
    /// <param name="cancellation">Ends the work.</param>
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

    /// <summary>Whether a file that exists is replaced, and so <see cref="Protect(string)"/> matters.</summary>
    public bool Replaces => _target.Replaces;

    /// <summary>How many frames the page will have.</summary>
    public int FrameCount { get; private set; }

    /// <summary>How many files there are.</summary>
    public int FileCount => _sources.Count;

    /// <summary>What the page keeps of grey frames: as asked for, or else by the size of all frames.</summary>
    public PageContent Content => _options.Content
        ?? (_sources.Sum(added => added.Source.DecodedLength) > PageExportOptions.MaxValues ? PageContent.Display : PageContent.Values);

    /// <summary>Keeps a file from being replaced: one that a user named as a source.</summary>
    /// <param name="path">The file.</param>
    public void Protect(string path) => _target.Protect(path);

    /// <summary>Adds a file, whose frames come after those of its series that are there already.</summary>
    /// <param name="name">The caller's name of the file.</param>
    /// <param name="source">What its header says.</param>
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

    /// <summary>Finds why the page could not be written, as far as that shows without decoding frames.</summary>
    /// <exception cref="DicomException">The page exists already and is not to be replaced.</exception>
    /// <exception cref="TargetWriteException">There is a folder of its name.</exception>
    public void Check() => _target.CheckFile(FullName, null);

    /// <summary>
    /// Writes the page, under a temporary name in its folder first: there is the whole page in the end, or what was there before. A frame that cannot
    /// be decoded keeps its place, where the page says why.
    /// </summary>
    /// <param name="report">Told of each frame in order, on this thread.</param>
    /// <returns>The page; null if there is no frame that can be shown, and so none was written.</returns>
    /// <exception cref="DicomException">The page exists already, or would be too large.</exception>
    /// <exception cref="TargetWriteException">The page cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public ExportedPage? Write(Action<PageFrameResult<TSource>> report)
    {
        if (report is null) throw new ArgumentNullException(nameof(report));
        if (FrameCount == 0) return null;
        Check();
        using var frames = new PageFrames<TSource>(_sources, _options, Content, _throttleLimit, report, _cancellation);

        // The first frame that can be shown is made before there is a file: of files that cannot be decoded, nothing is left.
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

    /// <returns>How many of the frames that are made now cannot be shown.</returns>
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
        $"The page would be larger than {PageExportOptions.MaxLength >> 20} MB, which takes a browser long and much memory. "
            + (Content == PageContent.Values ? "Choose the content Display, or fewer frames, or allow a large page." : "Choose fewer frames, or allow a large page."));
}
